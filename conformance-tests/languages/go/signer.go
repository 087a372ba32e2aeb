package main

import (
	"bytes"
	"crypto"
	"crypto/ed25519"
	"crypto/hmac"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"net/url"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/decred/dcrd/dcrec/secp256k1/v4"
	"github.com/decred/dcrd/dcrec/secp256k1/v4/ecdsa"
	"golang.org/x/crypto/sha3"
)

// Scheme is x-signature of a spec, signature of its runtime.json; see specs/README.md.
type Scheme struct {
	Time       string
	Parameters struct {
		In, Signed, Keep string
		Drop             []string
		Add              map[string]string
	}
	Headers map[string]string
	Text    string
	Keys    map[string]struct{ Encoding, Algorithm, Code string }
	Send    struct {
		Parameter string
		Headers   map[string]string
		EmptyBody string `json:"empty-body"`
	}
}

// Credentials have one key: the secret of an HMAC, the PEM of an RSA or Ed25519 key, or the hex digits of a secp256k1 key.
type Credentials struct {
	APIKey     string `json:"apiKey"`
	Passphrase string
	Key        map[string]string
}

// Request is a request before or after it is signed; its header names are in lower case.
type Request struct {
	Method  string            `json:"method"`
	URL     string            `json:"url"`
	Headers map[string]string `json:"headers"`
	Body    string            `json:"body"`
}

type parameter struct{ name, value string }

var place = regexp.MustCompile(`\{([?#]?)([\w-]+)\}`)

// Sign returns the signed request of any venue, and the text that was signed.
func Sign(scheme Scheme, credentials Credentials, now time.Time, request Request) (Request, string, error) {
	kind, secret := only(credentials.Key)
	key, known := scheme.Keys[kind]
	if !known {
		return Request{}, "", fmt.Errorf("this venue has no keys of the kind %q", kind)
	}
	target, err := url.Parse(request.URL)
	if err != nil {
		return Request{}, "", err
	}
	headers := map[string]string{}
	values := map[string]string{
		"apiKey": credentials.APIKey, "passphrase": credentials.Passphrase, "time": formatted(scheme.Time, now),
		"method": request.Method, "host": target.Host, "path": target.EscapedPath(),
		"algorithm": key.Algorithm, "code": key.Code,
	}
	for _, all := range []map[string]string{scheme.Headers, request.Headers} {
		for name, value := range all {
			headers[name], values[name] = value, value
		}
	}

	isForm := scheme.Parameters.In == "query-or-form" && request.Method != "GET"
	isJSON := scheme.Parameters.In == "query-or-json" && request.Body != ""
	body, sent := request.Body, ""
	switch {
	case isJSON:
		if body, err = withMembers(body, filledAll(scheme.Parameters.Add, values)); err != nil {
			return Request{}, "", err
		}
	case isForm:
		values["query"], sent, err = parameters(scheme, body, values)
	default:
		values["query"], sent, err = parameters(scheme, target.RawQuery, values)
	}
	if err != nil {
		return Request{}, "", err
	}
	if !isForm {
		values["body"] = body
	}

	text := filled(scheme.Text, values)
	signature, err := signature(kind, secret, []byte(text))
	if err != nil {
		return Request{}, "", err
	}
	values["signature"] = encoded(key.Encoding, signature)
	if scheme.Send.Parameter != "" {
		sent += "&" + scheme.Send.Parameter + "=" + escaped(values["signature"], "")
	}
	for name, value := range scheme.Send.Headers {
		headers[strings.ToLower(name)] = filled(value, values)
	}
	if body == "" && request.Method != "GET" && scheme.Send.EmptyBody != "" {
		headers["content-type"] = scheme.Send.EmptyBody
	}
	address, _, _ := strings.Cut(request.URL, "?")
	if isForm {
		body = sent
	} else if sent != "" {
		address += "?" + sent
	}
	return Request{Method: request.Method, URL: address, Headers: headers, Body: body}, text, nil
}

func only(key map[string]string) (string, string) {
	for kind, secret := range key {
		return kind, secret
	}
	return "", ""
}

func formatted(form string, now time.Time) string {
	if form == "epoch-millis" {
		return strconv.FormatInt(now.UnixMilli(), 10)
	}
	return now.UTC().Format("2006-01-02T15:04:05")
}

// parameters returns them as they are signed and as they are sent.
func parameters(scheme Scheme, text string, values map[string]string) (string, string, error) {
	added := filledAll(scheme.Parameters.Add, values)
	replaced := map[string]bool{}
	for _, name := range scheme.Parameters.Drop {
		replaced[name] = true
	}
	var list []parameter
	for name, value := range added {
		replaced[name] = true
		list = append(list, parameter{name, value})
	}
	for _, pair := range strings.Split(text, "&") {
		before, after, _ := strings.Cut(pair, "=")
		name, err := url.QueryUnescape(before)
		if err != nil {
			return "", "", err
		}
		value, err := url.QueryUnescape(after)
		if err != nil {
			return "", "", err
		}
		if pair != "" && !replaced[name] {
			list = append(list, parameter{name, value})
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].name < list[j].name })
	var decoded, sent []string
	for _, p := range list {
		decoded = append(decoded, p.name+"="+p.value)
		sent = append(sent, escaped(p.name, scheme.Parameters.Keep)+"="+escaped(p.value, scheme.Parameters.Keep))
	}
	if scheme.Parameters.Signed == "decoded" {
		return strings.Join(decoded, "&"), strings.Join(sent, "&"), nil
	}
	return strings.Join(sent, "&"), strings.Join(sent, "&"), nil
}

// withMembers writes a JSON object without whitespace, with members behind its own.
func withMembers(body string, members map[string]string) (string, error) {
	var compact bytes.Buffer
	if err := json.Compact(&compact, []byte(body)); err != nil {
		return "", err
	}
	added, err := json.Marshal(members)
	if err != nil {
		return "", err
	}
	own := strings.TrimSuffix(compact.String(), "}")
	if own != "{" && len(members) > 0 {
		own += ","
	}
	return own + strings.TrimPrefix(string(added), "{"), nil
}

func signature(kind, key string, text []byte) ([]byte, error) {
	switch kind {
	case "hmac":
		mac := hmac.New(sha256.New, []byte(key))
		mac.Write(text)
		return mac.Sum(nil), nil
	case "rsa", "ed25519":
		block, _ := pem.Decode([]byte(key))
		if block == nil {
			return nil, fmt.Errorf("the %s key is not in PEM", kind)
		}
		private, err := x509.ParsePKCS8PrivateKey(block.Bytes)
		if err != nil {
			return nil, err
		}
		if private, ok := private.(ed25519.PrivateKey); ok {
			return ed25519.Sign(private, text), nil
		}
		hash := sha256.Sum256(text)
		return rsa.SignPKCS1v15(nil, private.(*rsa.PrivateKey), crypto.SHA256, hash[:])
	case "secp256k1":
		return personalSign(key, text)
	}
	return nil, fmt.Errorf("no signer for a key of the kind %q", kind)
}

// personalSign is EIP-191, version 0x45: what wallets call personal_sign.
func personalSign(key string, message []byte) ([]byte, error) {
	secret, err := hex.DecodeString(strings.TrimPrefix(key, "0x"))
	if err != nil {
		return nil, err
	}
	hash := sha3.NewLegacyKeccak256()
	fmt.Fprintf(hash, "\x19Ethereum Signed Message:\n%d%s", len(message), message)
	compact := ecdsa.SignCompact(secp256k1.PrivKeyFromBytes(secret), hash.Sum(nil), false)
	return append(compact[1:], compact[0]), nil
}

func encoded(encoding string, signature []byte) string {
	switch encoding {
	case "hex":
		return hex.EncodeToString(signature)
	case "0x-hex":
		return "0x" + hex.EncodeToString(signature)
	}
	return base64.StdEncoding.EncodeToString(signature)
}

func escaped(text, keep string) string {
	result := strings.ReplaceAll(url.QueryEscape(text), "+", "%20")
	for _, char := range keep {
		result = strings.ReplaceAll(result, url.QueryEscape(string(char)), string(char))
	}
	return result
}

func filled(template string, values map[string]string) string {
	return place.ReplaceAllStringFunc(template, func(found string) string {
		match := place.FindStringSubmatch(found)
		if value := values[match[2]]; value != "" {
			return match[1] + value
		}
		return ""
	})
}

func filledAll(templates, values map[string]string) map[string]string {
	all := map[string]string{}
	for name, template := range templates {
		all[name] = filled(template, values)
	}
	return all
}
