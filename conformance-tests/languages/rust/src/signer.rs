//! Signs requests of any venue, by the `x-signature` of its spec (`signature` in its `runtime.json`).

use anyhow::{Context, Result, anyhow};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use k256::ecdsa::SigningKey;
use ring::{hmac, rand::SystemRandom, rsa, signature as keys};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha3::{Digest, Keccak256};
use std::collections::BTreeMap;

type Texts = BTreeMap<String, String>;

/// The description of a signature; see specs/README.md.
#[derive(Clone, Deserialize)]
pub struct Scheme {
    time: String,
    parameters: Parameters,
    #[serde(default)]
    pub headers: Texts,
    text: String,
    keys: BTreeMap<String, Key>,
    send: Send,
}

#[derive(Clone, Deserialize)]
struct Parameters {
    r#in: String,
    signed: String,
    #[serde(default)]
    drop: Vec<String>,
    #[serde(default)]
    keep: String,
    #[serde(default)]
    add: Texts,
}

#[derive(Clone, Deserialize)]
struct Key {
    encoding: String,
    #[serde(default)]
    algorithm: String,
    #[serde(default)]
    code: String,
}

#[derive(Clone, Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Send {
    parameter: Option<String>,
    #[serde(default)]
    headers: Texts,
    empty_body: Option<String>,
}

/// One key: the secret of an HMAC, the PEM of an RSA or Ed25519 key, or the hex digits of a secp256k1 key.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Credentials {
    api_key: String,
    #[serde(default)]
    passphrase: String,
    key: Texts,
}

/// A request before or after it is signed; its header names are in lower case.
#[derive(Clone, Deserialize, Serialize)]
pub struct Request {
    pub method: String,
    pub url: String,
    pub headers: Texts,
    pub body: String,
}

/// Returns the signed request and the text that was signed.
pub fn sign(scheme: &Scheme, credentials: &Credentials, millis: i64, request: &Request) -> Result<(Request, String)> {
    let (kind, secret) = credentials.key.first_key_value().context("the credentials have no key")?;
    let key = scheme.keys.get(kind).with_context(|| format!("this venue has no keys of the kind {kind}"))?;
    let (address, query) = request.url.split_once('?').unwrap_or((&request.url, ""));
    let after_scheme = address.split_once("://").context("the address has no scheme")?.1;
    let (host, path) = after_scheme.split_at(after_scheme.find('/').unwrap_or(after_scheme.len()));
    let mut headers = scheme.headers.clone();
    headers.extend(request.headers.clone());
    let mut values = headers.clone();
    values.extend(
        [
            ("apiKey", credentials.api_key.clone()),
            ("passphrase", credentials.passphrase.clone()),
            ("time", if scheme.time == "epoch-millis" { millis.to_string() } else { utc_seconds(millis) }),
            ("method", request.method.clone()),
            ("host", host.to_owned()),
            ("path", path.to_owned()),
            ("algorithm", key.algorithm.clone()),
            ("code", key.code.clone()),
        ]
        .map(|(name, value)| (name.to_owned(), value)),
    );

    let parameters = &scheme.parameters;
    let added = parameters.add.iter().map(|(name, value)| (name.clone(), fill(value, &values)));
    let is_form = parameters.r#in == "query-or-form" && request.method != "GET";
    let is_json = parameters.r#in == "query-or-json" && !request.body.is_empty();
    let (mut body, mut sent, mut decoded) = (request.body.clone(), String::new(), String::new());
    if is_json {
        let mut members: Map<String, Value> = serde_json::from_str(&body)?;
        members.extend(added.map(|(name, value)| (name, Value::String(value))));
        body = serde_json::to_string(&members)?;
    } else {
        let mut all = pairs(if is_form { &body } else { query });
        all.retain(|(name, _)| !parameters.drop.contains(name) && !parameters.add.contains_key(name));
        all.extend(added);
        all.sort_by(|a, b| a.0.cmp(&b.0));
        let escape = |text: &str| escape(text, &parameters.keep);
        sent = joined(all.iter().map(|(name, value)| format!("{}={}", escape(name), escape(value))));
        decoded = joined(all.iter().map(|(name, value)| format!("{name}={value}")));
    }
    values.insert("query".into(), if parameters.signed == "decoded" { decoded } else { sent.clone() });
    values.insert("body".into(), if is_form { String::new() } else { body.clone() });

    let text = fill(&scheme.text, &values);
    let signature = encode(&key.encoding, &signature(kind, secret, text.as_bytes())?);
    if let Some(parameter) = &scheme.send.parameter {
        sent += &format!("&{parameter}={}", escape(&signature, ""));
    }
    values.insert("signature".into(), signature);
    for (name, value) in &scheme.send.headers {
        headers.insert(name.to_lowercase(), fill(value, &values));
    }
    if let (Some(content_type), true) = (&scheme.send.empty_body, body.is_empty() && request.method != "GET") {
        headers.insert("content-type".into(), content_type.clone());
    }
    let url = if is_form || sent.is_empty() { address.to_owned() } else { format!("{address}?{sent}") };
    let body = if is_form { sent } else { body };
    Ok((Request { method: request.method.clone(), url, headers, body }, text))
}

fn signature(kind: &str, key: &str, text: &[u8]) -> Result<Vec<u8>> {
    match kind {
        "hmac" => Ok(hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key.as_bytes()), text).as_ref().to_vec()),
        "rsa" => {
            let pair = rsa::KeyPair::from_pkcs8(&der(key)?).map_err(|e| anyhow!("{e}"))?;
            let mut signature = vec![0; pair.public().modulus_len()];
            let sign = pair.sign(&keys::RSA_PKCS1_SHA256, &SystemRandom::new(), text, &mut signature);
            sign.map_err(|e| anyhow!("{e}"))?;
            Ok(signature)
        }
        "ed25519" => {
            let pair = keys::Ed25519KeyPair::from_pkcs8_maybe_unchecked(&der(key)?).map_err(|e| anyhow!("{e}"))?;
            Ok(pair.sign(text).as_ref().to_vec())
        }
        "secp256k1" => personal_sign(key, text),
        _ => Err(anyhow!("no signer for a key of the kind {kind}")),
    }
}

/// The bytes of a key in PEM.
fn der(pem: &str) -> Result<Vec<u8>> {
    let lines: String = pem.lines().filter(|line| !line.starts_with("-----")).collect();
    Ok(BASE64.decode(lines.trim())?)
}

/// EIP-191, version 0x45: what wallets call personal_sign.
fn personal_sign(key: &str, message: &[u8]) -> Result<Vec<u8>> {
    let digits = key.trim_start_matches("0x");
    let secret: Result<Vec<u8>, _> =
        (0..digits.len()).step_by(2).map(|i| u8::from_str_radix(&digits[i..i + 2], 16)).collect();
    let prefix = format!("\x19Ethereum Signed Message:\n{}", message.len());
    let digest = Keccak256::new().chain_update(prefix).chain_update(message).finalize();
    let (signature, recovery) = SigningKey::from_slice(&secret?)?.sign_prehash_recoverable(&digest)?;
    Ok([&signature.to_bytes()[..], &[27 + recovery.to_byte()]].concat())
}

fn encode(encoding: &str, signature: &[u8]) -> String {
    let hex = || signature.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    match encoding {
        "hex" => hex(),
        "0x-hex" => format!("0x{}", hex()),
        _ => BASE64.encode(signature),
    }
}

/// Seconds since 1970 as a date, after Howard Hinnant's `civil_from_days`.
fn utc_seconds(millis: i64) -> String {
    let seconds = millis.div_euclid(1000);
    let (days, rest) = (seconds.div_euclid(86_400) + 719_468, seconds.rem_euclid(86_400));
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153; // March is 0.
    let (day, month) =
        (day_of_year - (153 * shifted + 2) / 5 + 1, if shifted < 10 { shifted + 3 } else { shifted - 9 });
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}", rest / 3600, rest / 60 % 60, rest % 60)
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("&")
}

fn pairs(text: &str) -> Vec<(String, String)> {
    let split = text.split('&').filter(|pair| !pair.is_empty());
    split.map(|pair| pair.split_once('=').unwrap_or((pair, ""))).map(|(a, b)| (unescape(a), unescape(b))).collect()
}

fn unescape(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digits = [rest.next().unwrap_or(b'0'), rest.next().unwrap_or(b'0')];
                u8::from_str_radix(&String::from_utf8_lossy(&digits), 16).unwrap_or(b'?')
            }
            _ => byte,
        });
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn escape(text: &str, keep: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || keep.as_bytes().contains(&byte);
    text.bytes().map(|byte| if plain(byte) { (byte as char).to_string() } else { format!("%{byte:02X}") }).collect()
}

/// Fills `{name}`, `{?name}` and `{#name}`.
fn fill(template: &str, values: &Texts) -> String {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        let (prefix, name) = name.split_at(usize::from(name.starts_with(['?', '#'])));
        filled += before;
        if let Some(value) = values.get(name).filter(|value| !value.is_empty()) {
            filled += prefix;
            filled += value;
        }
        rest = behind;
    }
    filled + rest
}
