// Command conformance does what the tasks ask for with the generated clients, and writes what came of it:
// conformance <tasks> <results>.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"

	"dev.openvenue/conformance/generated/bitget"
	"dev.openvenue/conformance/generated/bitgetv3"
	"dev.openvenue/conformance/generated/htx"
	"dev.openvenue/conformance/generated/satori"
	"dev.openvenue/conformance/generated/xt"
	"dev.openvenue/conformance/generated/xtv4"
)

var clients = map[string]func(string, *Doer) (any, error){
	"bitget": func(server string, doer *Doer) (any, error) {
		return bitget.NewClientWithResponses(server, bitget.WithHTTPClient(doer))
	},
	"bitget-v3": func(server string, doer *Doer) (any, error) {
		return bitgetv3.NewClientWithResponses(server, bitgetv3.WithHTTPClient(doer))
	},
	"htx": func(server string, doer *Doer) (any, error) {
		return htx.NewClientWithResponses(server, htx.WithHTTPClient(doer))
	},
	"satori": func(server string, doer *Doer) (any, error) {
		return satori.NewClientWithResponses(server, satori.WithHTTPClient(doer))
	},
	"xt": func(server string, doer *Doer) (any, error) {
		return xt.NewClientWithResponses(server, xt.WithHTTPClient(doer))
	},
	"xt-v4": func(server string, doer *Doer) (any, error) {
		return xtv4.NewClientWithResponses(server, xtv4.WithHTTPClient(doer))
	},
}

type tasks struct {
	Signing []struct {
		Request
		Name, Time  string
		Credentials Credentials
	}
	Requests, Responses []task
	Live                Live
}

type task struct {
	Name, Operation string
	Arguments       map[string]json.RawMessage
	Status          int
	Body            string
}

// result is a request, with the text that it signs, or a document as its body, or an error.
type result struct {
	*Request
	Text  string `json:"text,omitempty"`
	Error string `json:"error,omitempty"`
}

func main() {
	var all map[string]tasks
	text, err := os.ReadFile(os.Args[1])
	check(err)
	check(json.Unmarshal(text, &all))
	results := map[string]map[string]result{}
	for venue, own := range all {
		runtime, err := ReadRuntime(venue)
		check(err)
		results[venue] = run(venue, runtime, own)
	}
	text, err = json.Marshal(results)
	check(err)
	check(os.WriteFile(os.Args[2], text, 0o644))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func run(venue string, runtime Runtime, own tasks) map[string]result {
	results := map[string]result{}
	for _, task := range own.Signing {
		millis, err := strconv.ParseInt(task.Time, 10, 64)
		check(err)
		signed, text, err := Sign(runtime.Signature, task.Credentials, time.UnixMilli(millis), task.Request)
		results[task.Name] = result{Request: &signed, Text: text, Error: message(err)}
	}
	for _, task := range own.Requests {
		sent, err := request(venue, runtime, task)
		results[task.Name] = result{Request: sent, Error: message(err)}
	}
	for _, task := range own.Responses {
		document, err := response(venue, runtime, task)
		results[task.Name] = result{Request: &Request{Body: document}, Error: message(err)}
	}
	doer := &Doer{Runtime: runtime, Credentials: &own.Live.Credentials, Send: http.DefaultClient.Do}
	err := batchCancel(context.Background(), venue, doer, own.Live)
	results["live"] = result{Error: message(err)}
	return results
}

func message(err error) string {
	if err != nil {
		return err.Error()
	}
	return ""
}

// request returns the request that a call makes.
func request(venue string, runtime Runtime, task task) (*Request, error) {
	var sent *Request
	_, err := call(venue, &Doer{Runtime: runtime, Send: func(request *http.Request) (*http.Response, error) {
		body, err := io.ReadAll(request.Body)
		sent = &Request{request.Method, request.URL.String(), map[string]string{}, string(body)}
		for name := range request.Header {
			sent.Headers[name] = request.Header.Get(name)
		}
		return canned(http.StatusNoContent, ""), err
	}}, task)
	return sent, err
}

// response returns what a call makes of a response.
func response(venue string, runtime Runtime, task task) (string, error) {
	answer, err := call(venue, &Doer{Runtime: runtime, Send: func(*http.Request) (*http.Response, error) {
		return canned(task.Status, task.Body), nil
	}}, task)
	if err != nil {
		return "", err
	}
	status := "200"
	if task.Status != http.StatusOK {
		status = strconv.Itoa(task.Status/100) + "XX"
	}
	document := answer.MethodByName("GetJSON" + status).Call(nil)[0]
	if document.IsNil() {
		return "", fmt.Errorf("the response was not decoded")
	}
	text, err := json.Marshal(document.Interface())
	return string(text), err
}

func canned(status int, body string) *http.Response {
	header := http.Header{"Content-Type": {"application/json"}}
	return &http.Response{StatusCode: status, Header: header, Body: io.NopCloser(strings.NewReader(body))}
}
