//! A signed batch cancel of each venue.

use crate::client::{Runtime, signing_client};
use crate::signer::Credentials;
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use serde::Deserialize;

/// Whose orders to cancel, and where.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Live {
    base_url: String,
    credentials: Credentials,
    symbol: String,
    order_ids: Vec<String>,
}

macro_rules! configured {
    ($package:ident, $runtime:expr, $live:expr) => {{
        use $package::apis::configuration::Configuration;
        let client = signing_client($runtime, $live.credentials.clone());
        Configuration { base_path: $live.base_url.clone(), client, ..Configuration::default() }
    }};
}

/// Cancels orders in one signed call; the error is that of the call, in words.
pub async fn batch_cancel(venue: &str, runtime: &Runtime, live: &Live) -> Result<(), String> {
    let (symbol, ids) = (live.symbol.clone(), live.order_ids.clone());
    match venue {
        "bitget" => {
            use bitget::models::{CancelOrdersRequest, OrderToCancel};
            let row = |id| OrderToCancel { order_id: Some(id), ..OrderToCancel::default() };
            let mut request = CancelOrdersRequest::new(ids.into_iter().map(row).collect());
            request.symbol = Some(symbol);
            let configuration = configured!(bitget, runtime, live);
            bitget::apis::trade_api::cancel_orders(&configuration, request).await.map(drop).map_err(|e| e.to_string())
        }
        "bitget-v3" => {
            use bitget_v3::models::{Category, OrderToCancel};
            let row = |id| OrderToCancel { order_id: Some(id), ..OrderToCancel::new(Category::Spot, symbol.clone()) };
            let request = ids.into_iter().map(row).collect();
            let configuration = configured!(bitget_v3, runtime, live);
            bitget_v3::apis::trade_api::cancel_orders(&configuration, request)
                .await
                .map(drop)
                .map_err(|e| e.to_string())
        }
        "htx" => {
            use htx::models::CancelOrdersRequest;
            let request = CancelOrdersRequest { order_ids: Some(ids), ..CancelOrdersRequest::default() };
            let configuration = configured!(htx, runtime, live);
            htx::apis::trade_api::cancel_orders(&configuration, request).await.map(drop).map_err(|e| e.to_string())
        }
        "satori" => {
            let configuration = configured!(satori, runtime, live);
            satori::apis::trade_api::cancel_orders(&configuration, ids).await.map(drop).map_err(|e| e.to_string())
        }
        "xt" => {
            let data = base64_json(&ids);
            let configuration = configured!(xt, runtime, live);
            xt::apis::trade_api::cancel_orders(&configuration, &symbol, &data)
                .await
                .map(drop)
                .map_err(|e| e.to_string())
        }
        "xt-v4" => {
            let request = xt_v4::models::CancelOrdersRequest::new(ids);
            let configuration = configured!(xt_v4, runtime, live);
            xt_v4::apis::trade_api::cancel_orders(&configuration, request).await.map(drop).map_err(|e| e.to_string())
        }
        _ => Err(format!("no batch cancel for {venue}")),
    }
}

/// Blanks before the last bracket leave no padding, whose encoding signatures disagree on: `x-encoding` of the spec.
fn base64_json(ids: &[String]) -> String {
    let text = serde_json::to_string(ids).expect("a list of texts");
    let (list, bracket) = text.split_at(text.len() - 1);
    BASE64.encode(format!("{list}{}{bracket}", " ".repeat((3 - text.len() % 3) % 3)))
}
