//! conformance <tasks> <results>: does what the tasks ask for with the generated clients, and writes what came of it.

mod client;
mod live;
mod signer;

use async_trait::async_trait;
use client::{Runtime, plain};
use live::Live;
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware, Middleware, Next};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use signer::{Credentials, Request};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

#[derive(Deserialize)]
struct Tasks {
    signing: Vec<Signing>,
    requests: Vec<Call>,
    responses: Vec<Call>,
    live: Live,
}

#[derive(Deserialize)]
struct Signing {
    name: String,
    time: String,
    credentials: Credentials,
    #[serde(flatten)]
    request: Request,
}

#[derive(Deserialize)]
struct Call {
    name: String,
    operation: String,
    arguments: Value,
    #[serde(default)]
    status: u16,
    #[serde(default)]
    body: String,
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let text = std::fs::read_to_string(&arguments[1]).expect("the tasks");
    let tasks: BTreeMap<String, Tasks> = serde_json::from_str(&text).expect("tasks");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let mut results = Map::new();
    for (venue, tasks) in &tasks {
        results.insert(venue.clone(), Value::Object(runtime.block_on(run(venue, tasks))));
    }
    std::fs::write(&arguments[2], Value::Object(results).to_string()).expect("the results");
}

async fn run(venue: &str, tasks: &Tasks) -> Map<String, Value> {
    let runtime = Runtime::read(venue);
    let mut results = Map::new();
    for task in &tasks.signing {
        let millis = task.time.parse().expect("milliseconds");
        let result = match signer::sign(&runtime.signature, &task.credentials, millis, &task.request) {
            Ok((request, text)) => {
                let mut result = serde_json::to_value(request).expect("a request");
                result["text"] = text.into();
                result
            }
            Err(error) => json!({"error": error.to_string()}),
        };
        results.insert(task.name.clone(), result);
    }
    for task in &tasks.requests {
        let canned = Canned::new(&runtime, 200, "{}");
        let outcome = call(venue, &canned, task).await;
        let sent = canned.sent.lock().expect("no panic").take();
        let error = || json!({"error": outcome.unwrap_err()});
        results.insert(task.name.clone(), sent.map_or_else(error, |sent| json!(sent)));
    }
    for task in &tasks.responses {
        let canned = Canned::new(&runtime, task.status, &task.body);
        let result = match call(venue, &canned, task).await {
            Ok(document) => json!({"body": document}),
            Err(error) => json!({"error": error}),
        };
        results.insert(task.name.clone(), result);
    }
    let live = live::batch_cancel(venue, &runtime, &tasks.live).await;
    results.insert("live".into(), live.map_or_else(|error| json!({"error": error}), |()| json!({})));
    results
}

/// Keeps the last request, and answers every one alike.
#[derive(Clone)]
struct Canned {
    runtime: Runtime,
    status: u16,
    body: String,
    sent: Arc<Mutex<Option<Request>>>,
}

impl Canned {
    fn new(runtime: &Runtime, status: u16, body: &str) -> Canned {
        Canned { runtime: runtime.clone(), status, body: body.to_owned(), sent: Arc::default() }
    }

    fn client(&self) -> ClientWithMiddleware {
        ClientBuilder::new(reqwest::Client::new()).with(self.clone()).build()
    }
}

#[async_trait]
impl Middleware for Canned {
    async fn handle(
        &self,
        request: reqwest::Request,
        _: &mut http::Extensions,
        _: Next<'_>,
    ) -> reqwest_middleware::Result<reqwest::Response> {
        *self.sent.lock().expect("no panic") = Some(plain(&self.runtime, &request));
        let response = http::Response::builder().status(self.status).header("content-type", "application/json");
        Ok(response.body(self.body.clone()).expect("a response").into())
    }
}

/// Calls an operation by its id; the document that it returns or its error holds, or why there is none.
async fn call(venue: &str, canned: &Canned, task: &Call) -> Result<String, String> {
    match venue {
        "bitget" => bitget(canned, task).await,
        "bitget-v3" => bitget_v3(canned, task).await,
        "htx" => htx(canned, task).await,
        "satori" => satori(canned, task).await,
        "xt" => xt(canned, task).await,
        "xt-v4" => xt_v4(canned, task).await,
        _ => Err(format!("no client for {venue}")),
    }
}

macro_rules! calls {
    ($package:ident, $($id:literal => $api:ident::$function:ident($($parameter:literal),*),)*) => {
        async fn $package(canned: &Canned, task: &Call) -> Result<String, String> {
            let configuration = $package::apis::configuration::Configuration {
                client: canned.client(),
                ..$package::apis::configuration::Configuration::default()
            };
            match task.operation.as_str() {
                $($id => {
                    let call = $package::apis::$api::$function(&configuration, $(argument(task, $parameter)?),*);
                    match call.await {
                        Ok(document) => serde_json::to_string(&document).map_err(|e| e.to_string()),
                        Err($package::apis::Error::ResponseError(response)) => match response.entity {
                            Some(document) => serde_json::to_string(&document).map_err(|e| e.to_string()),
                            None => Err("the response was not decoded".to_owned()),
                        },
                        Err(error) => Err(error.to_string()),
                    }
                })*
                other => Err(format!("no operation {other}")),
            }
        }
    };
}

include!(concat!(env!("OUT_DIR"), "/calls.rs"));

/// An argument by its name on the wire, in the type that the function takes; the body has no name.
fn argument<'a, T: Deserialize<'a>>(task: &'a Call, name: &str) -> Result<T, String> {
    const MISSING: &Value = &Value::Null;
    let body = task.arguments.get("body");
    let value = match name {
        "" => body,
        _ => task.arguments.get(name).or_else(|| body.and_then(|form| form.get(name))),
    };
    T::deserialize(value.unwrap_or(MISSING)).map_err(|error| format!("{name}: {error}"))
}
