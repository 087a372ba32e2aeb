import { createVenueClient, form, type Runtime } from './client.js';
import type { paths as Bitget } from './generated/bitget.js';
import type { paths as BitgetV3 } from './generated/bitget-v3.js';
import type { paths as Htx } from './generated/htx.js';
import type { paths as Satori } from './generated/satori.js';
import type { paths as Xt } from './generated/xt.js';
import type { paths as XtV4 } from './generated/xt-v4.js';
import type { Credentials } from './signer.js';

export interface Live {
  baseUrl: string;
  credentials: Credentials;
  symbol: string;
  orderIds: string[];
}

type BatchCancel = (runtime: Runtime, live: Live) => Promise<{ data?: unknown; error?: unknown }>;

/** A signed batch cancel of each venue. */
export const batchCancels: Record<string, BatchCancel> = {
  bitget: (runtime, live) =>
    createVenueClient<Bitget>(runtime, live).POST('/api/v2/spot/trade/batch-cancel-order', {
      body: { symbol: live.symbol, batchMode: 'single', orderList: live.orderIds.map((orderId) => ({ orderId })) },
    }),
  'bitget-v3': (runtime, live) =>
    createVenueClient<BitgetV3>(runtime, live).POST('/api/v3/trade/cancel-batch', {
      body: live.orderIds.map((orderId) => ({ orderId, category: 'SPOT', symbol: live.symbol })),
    }),
  htx: (runtime, live) =>
    createVenueClient<Htx>(runtime, live).POST('/v1/order/orders/batchcancel', { body: { 'order-ids': live.orderIds } }),
  satori: (runtime, live) =>
    createVenueClient<Satori>(runtime, live).POST('/api/third/order/batchCancelEntrust', {
      params: { query: { entrustIds: live.orderIds } },
    }),
  xt: (runtime, live) =>
    createVenueClient<Xt>(runtime, live).POST('/trade/api/v1/batchCancel', {
      ...form,
      body: { market: live.symbol, data: base64Json(live.orderIds) },
    }),
  'xt-v4': (runtime, live) =>
    createVenueClient<XtV4>(runtime, live).DELETE('/v4/batch-order', { body: { orderIds: live.orderIds } }),
};

/** Blanks before the last bracket leave no padding, whose encoding signatures disagree on: `x-encoding` of the spec. */
function base64Json(value: unknown): string {
  const json = JSON.stringify(value);
  const blanks = ' '.repeat((3 - (Buffer.byteLength(json) % 3)) % 3);
  return Buffer.from(json.slice(0, -1) + blanks + json.slice(-1)).toString('base64');
}
