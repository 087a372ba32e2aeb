//! Writes a call by name for every operation, because Rust has no reflection: which function of which generated module it
//! is, and what its parameters are called on the wire.

use serde_json::{Map, Value};
use std::{env, fmt::Write, fs, path::Path};

fn main() {
    let specs = env::var("SPECS").expect("SPECS is the folder of the published specs");
    let mut code = String::new();
    for venue in env::var("VENUES").expect("VENUES lists the venues").split(' ') {
        let file = format!("{specs}/{venue}/portable.json");
        println!("cargo:rerun-if-changed={file}");
        let spec: Value = serde_json::from_str(&fs::read_to_string(file).expect("portable.json")).expect("JSON");
        write_venue(&venue.replace('-', "_"), &spec, &mut code);
    }
    println!("cargo:rerun-if-env-changed=SPECS");
    let out = env::var("OUT_DIR").expect("OUT_DIR");
    fs::write(Path::new(&out).join("calls.rs"), code).expect("calls.rs");
}

fn write_venue(package: &str, spec: &Value, code: &mut String) {
    writeln!(code, "calls!({package},").unwrap();
    for item in spec["paths"].as_object().expect("paths").values() {
        for operation in item.as_object().expect("operations").values() {
            let id = operation["operationId"].as_str().expect("operationId");
            let module = snake(operation["tags"][0].as_str().expect("tag"));
            let parameters: Vec<String> = parameters(spec, operation).iter().map(|name| format!("{name:?}")).collect();
            writeln!(code, "    {id:?} => {module}_api::{}({}),", snake(id), parameters.join(", ")).unwrap();
        }
    }
    writeln!(code, ");").unwrap();
}

/// The names of a function's parameters on the wire, required ones first; that of a JSON body is empty.
fn parameters(spec: &Value, operation: &Value) -> Vec<String> {
    let mut all: Vec<(bool, String)> = Vec::new();
    for declared in operation["parameters"].as_array().into_iter().flatten() {
        let parameter = resolve(spec, declared);
        all.push((parameter["required"] == true, parameter["name"].as_str().expect("name").to_owned()));
    }
    if let Some(body) = operation.get("requestBody") {
        let content: &Map<String, Value> = body["content"].as_object().expect("content");
        match content.get("application/x-www-form-urlencoded") {
            Some(form) => {
                let schema = resolve(spec, &form["schema"]);
                for name in schema["properties"].as_object().expect("properties").keys() {
                    let required = schema["required"].as_array().is_some_and(|names| names.iter().any(|n| n == name));
                    all.push((required, name.clone()));
                }
            }
            None => all.push((body["required"] == true, String::new())),
        }
    }
    all.sort_by_key(|(required, _)| !required);
    all.into_iter().map(|(_, name)| name).collect()
}

fn resolve<'a>(spec: &'a Value, value: &'a Value) -> &'a Value {
    match value["$ref"].as_str() {
        Some(reference) => spec.pointer(&reference[1..]).expect("a reference that resolves"),
        None => value,
    }
}

fn snake(name: &str) -> String {
    let mut snake = String::new();
    for char in name.chars() {
        if char.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(char.to_lowercase());
    }
    snake
}
