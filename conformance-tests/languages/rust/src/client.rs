//! Makes the generated clients sign: a middleware of reqwest.

use crate::signer::{Credentials, Request, Scheme, sign};
use async_trait::async_trait;
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware, Middleware, Next, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::time::{SystemTime, UNIX_EPOCH};

/// What a client needs of a venue's `runtime.json`.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Runtime {
    pub signature: Scheme,
    #[serde(default)]
    client_headers: Vec<ClientHeader>,
}

#[derive(Clone, Deserialize)]
struct ClientHeader {
    name: String,
    value: Option<String>,
    option: Option<String>,
}

impl Runtime {
    /// Reads the facts of a venue from the folder of the published specs.
    pub fn read(venue: &str) -> Runtime {
        let file = format!("{}/{venue}/runtime.json", std::env::var("SPECS").expect("SPECS"));
        serde_json::from_str(&std::fs::read_to_string(file).expect("runtime.json")).expect("runtime.json")
    }

    /// The headers that every call of the venue has.
    pub fn headers(&self) -> BTreeMap<String, String> {
        let fixed = self.client_headers.iter().filter(|header| header.option.is_none());
        let fixed = fixed.filter_map(|header| Some((header.name.to_lowercase(), header.value.clone()?)));
        self.signature.headers.clone().into_iter().chain(fixed).collect()
    }
}

/// A client that signs whatever the generated functions send through it.
pub fn signing_client(runtime: &Runtime, credentials: Credentials) -> ClientWithMiddleware {
    ClientBuilder::new(reqwest::Client::new()).with(Signing { runtime: runtime.clone(), credentials }).build()
}

struct Signing {
    runtime: Runtime,
    credentials: Credentials,
}

#[async_trait]
impl Middleware for Signing {
    async fn handle(
        &self,
        request: reqwest::Request,
        extensions: &mut http::Extensions,
        next: Next<'_>,
    ) -> Result<reqwest::Response> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock after 1970").as_millis() as i64;
        let plain = plain(&self.runtime, &request);
        let (signed, _) = sign(&self.runtime.signature, &self.credentials, now, &plain)
            .map_err(reqwest_middleware::Error::Middleware)?;
        let mut sent = reqwest::Request::new(request.method().clone(), signed.url.parse().expect("an address"));
        for (name, value) in &signed.headers {
            let name: http::HeaderName = name.parse().expect("a name of a header");
            sent.headers_mut().insert(name, value.parse().expect("a value of a header"));
        }
        *sent.body_mut() = Some(signed.body.into());
        next.run(sent, extensions).await
    }
}

/// A request of a generated client, with the headers that every call has.
pub fn plain(runtime: &Runtime, request: &reqwest::Request) -> Request {
    let mut headers = runtime.headers();
    for (name, value) in request.headers() {
        headers.insert(name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned());
    }
    let body = request.body().and_then(|body| body.as_bytes()).unwrap_or_default();
    Request {
        method: request.method().to_string(),
        url: request.url().to_string(),
        headers,
        body: String::from_utf8_lossy(body).into_owned(),
    }
}
