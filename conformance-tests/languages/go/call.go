package main

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"strings"
)

var pathParameter = regexp.MustCompile(`\{([^}]+)\}`)

// call calls an operation by its id, with arguments by their names on the wire, and returns the response.
func call(venue string, doer *Doer, task task) (reflect.Value, error) {
	client, err := clients[venue](doer.Runtime.Servers[0], doer)
	if err != nil {
		return reflect.Value{}, err
	}
	name := strings.ToUpper(task.Operation[:1]) + task.Operation[1:]
	method := reflect.ValueOf(client).MethodByName(name + "WithFormdataBodyWithResponse")
	if !method.IsValid() {
		method = reflect.ValueOf(client).MethodByName(name + "WithResponse")
	}
	if !method.IsValid() {
		return reflect.Value{}, fmt.Errorf("the client has no method %s", name)
	}
	in := []reflect.Value{reflect.ValueOf(context.Background())}
	path := pathParameter.FindAllStringSubmatch(doer.Runtime.Operations[task.Operation].Path, -1)
	for i := 1; i < method.Type().NumIn()-1; i++ { // The last one is a list of functions.
		var value any = task.Arguments
		if i <= len(path) {
			value = task.Arguments[path[i-1][1]]
		} else if !strings.HasSuffix(method.Type().In(i).String(), "Params") {
			value = task.Arguments["body"]
		}
		argument, err := converted(value, method.Type().In(i))
		if err != nil {
			return reflect.Value{}, err
		}
		in = append(in, argument)
	}
	out := method.Call(in)
	if err, _ := out[1].Interface().(error); err != nil {
		return reflect.Value{}, err
	}
	return out[0], nil
}

func converted(value any, target reflect.Type) (reflect.Value, error) {
	pointer := reflect.New(target)
	text, err := json.Marshal(value)
	if err == nil {
		err = json.Unmarshal(text, pointer.Interface())
	}
	return pointer.Elem(), err
}
