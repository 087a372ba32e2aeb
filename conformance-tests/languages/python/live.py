"""A signed batch cancel of each venue."""

import base64
import json

import bitget
import bitget_v3
import htx
import satori
import xt
import xt_v4

from client import VenuePool, runtime, use


def batch_cancel(venue: str, live: dict):
    """Cancels orders with the client of a venue; ``live`` has the address, the credentials, the symbol and the ids."""
    symbol, ids = live["symbol"], live["orderIds"]

    def client(package):
        made = package.ApiClient(package.Configuration(host=live["baseUrl"]))
        use(made, VenuePool(runtime(venue), live["credentials"]))
        return made

    match venue:
        case "bitget":
            rows = [bitget.OrderToCancel(order_id=order_id) for order_id in ids]
            request = bitget.CancelOrdersRequest(symbol=symbol, batch_mode="single", order_list=rows)
            return bitget.TradeApi(client(bitget)).cancel_orders(request)
        case "bitget-v3":
            rows = [bitget_v3.OrderToCancel(order_id=order_id, category="SPOT", symbol=symbol) for order_id in ids]
            return bitget_v3.TradeApi(client(bitget_v3)).cancel_orders(rows)
        case "htx":
            return htx.TradeApi(client(htx)).cancel_orders(htx.CancelOrdersRequest(order_ids=ids))
        case "satori":
            return satori.TradeApi(client(satori)).cancel_orders(entrust_ids=ids)
        case "xt":
            return xt.TradeApi(client(xt)).cancel_orders(market=symbol, data=base64_json(ids))
        case "xt-v4":
            return xt_v4.TradeApi(client(xt_v4)).cancel_orders(xt_v4.CancelOrdersRequest(order_ids=ids))
    raise ValueError(f"No batch cancel for {venue}")


def base64_json(value) -> str:
    """Blanks before the last bracket leave no padding, whose encoding signatures disagree on: ``x-encoding`` of the spec."""
    text = json.dumps(value, separators=(",", ":"))
    text = text[:-1] + " " * (-len(text.encode()) % 3) + text[-1]
    return base64.b64encode(text.encode()).decode()
