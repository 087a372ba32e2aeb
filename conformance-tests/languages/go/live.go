package main

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"

	"dev.openvenue/conformance/generated/bitget"
	"dev.openvenue/conformance/generated/bitgetv3"
	"dev.openvenue/conformance/generated/htx"
	"dev.openvenue/conformance/generated/satori"
	"dev.openvenue/conformance/generated/xt"
	"dev.openvenue/conformance/generated/xtv4"
)

// Live says whose orders to cancel, and where.
type Live struct {
	BaseURL     string `json:"baseUrl"`
	Credentials Credentials
	Symbol      string
	OrderIDs    []string `json:"orderIds"`
}

// batchCancel cancels orders in one signed call.
func batchCancel(ctx context.Context, venue string, doer *Doer, live Live) error {
	client, err := clients[venue](live.BaseURL, doer)
	if err != nil {
		return err
	}
	switch client := client.(type) {
	case *bitget.ClientWithResponses:
		request := bitget.CancelOrdersRequest{Symbol: &live.Symbol}
		for i := range live.OrderIDs {
			request.OrderList = append(request.OrderList, bitget.OrderToCancel{OrderId: &live.OrderIDs[i]})
		}
		_, err := client.CancelOrdersWithResponse(ctx, request)
		return err
	case *bitgetv3.ClientWithResponses:
		var request bitgetv3.CancelOrdersRequest
		for i := range live.OrderIDs {
			row := bitgetv3.OrderToCancel{OrderId: &live.OrderIDs[i], Category: "SPOT", Symbol: live.Symbol}
			request = append(request, row)
		}
		_, err := client.CancelOrdersWithResponse(ctx, request)
		return err
	case *htx.ClientWithResponses:
		_, err := client.CancelOrdersWithResponse(ctx, htx.CancelOrdersRequest{OrderIds: &live.OrderIDs})
		return err
	case *satori.ClientWithResponses:
		_, err := client.CancelOrdersWithResponse(ctx, &satori.CancelOrdersParams{EntrustIds: live.OrderIDs})
		return err
	case *xt.ClientWithResponses:
		form := xt.CancelOrdersFormdataRequestBody{Market: live.Symbol, Data: base64JSON(live.OrderIDs)}
		_, err := client.CancelOrdersWithFormdataBodyWithResponse(ctx, form)
		return err
	case *xtv4.ClientWithResponses:
		_, err := client.CancelOrdersWithResponse(ctx, xtv4.CancelOrdersRequest{OrderIds: live.OrderIDs})
		return err
	}
	return fmt.Errorf("no batch cancel for %s", venue)
}

// base64JSON puts blanks before the last bracket, so that there is no padding, whose encoding signatures disagree on:
// x-encoding of the spec.
func base64JSON(value []string) string {
	text, _ := json.Marshal(value) // Texts can always be written.
	blanks := strings.Repeat(" ", (3-len(text)%3)%3)
	return base64.StdEncoding.EncodeToString([]byte(string(text[:len(text)-1]) + blanks + "]"))
}
