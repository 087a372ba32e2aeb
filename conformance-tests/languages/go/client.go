package main

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Runtime is what a client needs of a venue's runtime.json.
type Runtime struct {
	Servers       []string
	Signature     Scheme
	ClientHeaders []struct{ Name, Value, Option string } `json:"client-headers"`
	Operations    map[string]struct{ Method, Path string }
}

// ReadRuntime reads the facts of a venue from the folder of the published specs.
func ReadRuntime(venue string) (Runtime, error) {
	var runtime Runtime
	text, err := os.ReadFile(filepath.Join(os.Getenv("SPECS"), venue, "runtime.json"))
	if err != nil {
		return runtime, err
	}
	return runtime, json.Unmarshal(text, &runtime)
}

// Doer sends the requests of a generated client: it adds the headers that every call has, and signs if it has credentials.
type Doer struct {
	Runtime     Runtime
	Credentials *Credentials
	Send        func(*http.Request) (*http.Response, error)
}

// Do is what a generated client calls.
func (d *Doer) Do(request *http.Request) (*http.Response, error) {
	plain := Request{Method: request.Method, URL: request.URL.String(), Headers: map[string]string{}}
	if request.Body != nil {
		body, err := io.ReadAll(request.Body)
		if err != nil {
			return nil, err
		}
		plain.Body = string(body)
	}
	for name, value := range d.Runtime.Signature.Headers {
		plain.Headers[name] = value
	}
	for _, header := range d.Runtime.ClientHeaders {
		if header.Option == "" {
			plain.Headers[strings.ToLower(header.Name)] = header.Value
		}
	}
	for name := range request.Header {
		plain.Headers[strings.ToLower(name)] = request.Header.Get(name)
	}
	if d.Credentials != nil {
		var err error
		if plain, _, err = Sign(d.Runtime.Signature, *d.Credentials, time.Now(), plain); err != nil {
			return nil, err
		}
	}
	sent, err := http.NewRequestWithContext(request.Context(), plain.Method, plain.URL, strings.NewReader(plain.Body))
	if err != nil {
		return nil, err
	}
	for name, value := range plain.Headers {
		sent.Header.Set(name, value)
	}
	return d.Send(sent)
}
