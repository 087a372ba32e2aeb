// Places, reads and cancels orders at a simulated venue with a client that knows nothing of this project.
// Arguments: the client, the venue, its address, an API key, its secret and its passphrase. Prints what it saw as JSON.
import { strict as assert } from 'node:assert';

const [client, venue, url, apiKey, secret, password] = process.argv.slice(2);
const SYMBOL = 'BTC/USDT';

async function withCcxt() {
  const ccxt = (await import('ccxt')).default;
  const options = { apiKey, secret, password, enableRateLimit: false };
  const exchange = venue === 'xt-v4' ? xt(ccxt, options) : bitget(ccxt, options);
  const markets = await exchange.loadMarkets();
  assert.ok(markets[SYMBOL].spot);
  assert.equal((await exchange.fetchBalance()).USDT.used, 0);

  const first = await exchange.createOrder(SYMBOL, 'limit', 'buy', 1, 90);
  const second = await exchange.createOrder(SYMBOL, 'limit', 'buy', 2, 91);
  const ask = await exchange.createOrder(SYMBOL, 'limit', 'sell', 1, 110);
  assert.deepEqual((await exchange.fetchOrderBook(SYMBOL)).bids, [[91, 2], [90, 1]]);
  const open = await exchange.fetchOpenOrders(SYMBOL);
  assert.deepEqual(open.map((order) => order.price).sort((a, b) => a - b), [90, 91, 110]);
  const read = await exchange.fetchOrder(first.id, SYMBOL);
  assert.deepEqual([read.status, read.side, read.price, read.amount, read.filled], ['open', 'buy', 90, 1, 0]);

  await exchange.cancelOrder(ask.id, SYMBOL);
  await exchange.cancelOrders([first.id, second.id], SYMBOL);
  assert.deepEqual(await exchange.fetchOpenOrders(SYMBOL), []);
  return { placed: [first.id, second.id, ask.id] };
}

// What is replaced here belongs to APIs that the spec does not describe: futures, and the margin of version 2.
function xt(ccxt, options) {
  const exchange = new ccxt.xt(options);
  exchange.urls.api.spot = url;
  exchange.fetchSwapAndFutureMarkets = async () => [];
  return exchange;
}

function bitget(ccxt, options) {
  const exchange = new ccxt.bitget({ ...options, options: { fetchMarkets: { types: ['spot'] } } });
  for (const part of Object.keys(exchange.urls.api)) {
    exchange.urls.api[part] = url;
  }
  exchange.publicMarginGetV2MarginCurrencies = async () => ({ data: [] });
  if (venue === 'bitget-v3') {
    // Even for a unified account the client reads the coins from version 2, which is another simulated venue.
    exchange.has.fetchCurrencies = false;
  }
  return exchange;
}

async function withBitgetApi() {
  const { RestClientV3 } = await import('bitget-api');
  const rest = new RestClientV3({ apiKey, apiSecret: secret, apiPass: password, baseUrl: url });
  const order = (price, clientOid) => ({
    category: 'SPOT', symbol: 'BTCUSDT', side: 'buy', orderType: 'limit', timeInForce: 'gtc', qty: '1', price, clientOid,
  });
  assert.ok((await rest.getInstruments({ category: 'SPOT' })).data.some((row) => row.symbol === 'BTCUSDT'));
  const single = (await rest.submitNewOrder(order('90', 'single'))).data;
  const batch = (await rest.placeBatchOrders([order('91', 'first'), order('92', 'second')])).data;
  assert.deepEqual(batch.map((row) => row.clientOid), ['first', 'second']);
  const read = (await rest.getOrderInfo({ orderId: single.orderId })).data;
  assert.deepEqual([read.orderStatus, read.price, read.qty], ['live', '90', '1']);
  assert.equal((await rest.getUnfilledOrders({ category: 'SPOT' })).data.list.length, 3);

  await rest.cancelOrder({ category: 'SPOT', symbol: 'BTCUSDT', orderId: single.orderId });
  const cancelled = (await rest.cancelBatchOrders(batch.map((row) => (
    { category: 'SPOT', symbol: 'BTCUSDT', orderId: row.orderId })))).data;
  assert.deepEqual(cancelled.map((row) => row.orderId), batch.map((row) => row.orderId));
  assert.equal((await rest.getUnfilledOrders({ category: 'SPOT' })).data.list.length, 0);
  return { placed: [single.orderId, ...batch.map((row) => row.orderId)] };
}

const seen = client === 'ccxt' ? await withCcxt() : await withBitgetApi();
console.log(JSON.stringify(seen));
process.exit(0);
