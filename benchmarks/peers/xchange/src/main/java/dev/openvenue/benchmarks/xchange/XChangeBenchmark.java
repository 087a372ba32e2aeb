package dev.openvenue.benchmarks.xchange;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.knowm.xchange.Exchange;
import org.knowm.xchange.ExchangeFactory;
import org.knowm.xchange.ExchangeSpecification;
import org.knowm.xchange.bitget.BitgetExchange;
import org.knowm.xchange.bitget.dto.trade.BitgetFillDto;
import org.knowm.xchange.bitget.service.BitgetTradeServiceRaw;
import org.knowm.xchange.bitget.service.params.BitgetTradeHistoryParams;
import org.knowm.xchange.currency.CurrencyPair;
import org.knowm.xchange.huobi.HuobiExchange;
import org.knowm.xchange.huobi.HuobiUtils;
import org.knowm.xchange.huobi.dto.marketdata.HuobiAsset;
import org.knowm.xchange.huobi.dto.marketdata.HuobiAssetPair;
import org.knowm.xchange.huobi.dto.trade.HuobiOrder;
import org.knowm.xchange.huobi.service.HuobiTradeServiceRaw;
import org.knowm.xchange.service.trade.params.orders.DefaultOpenOrdersParamCurrencyPair;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Signed calls through XChange's raw services, which give the venue's own rows; its common model would cost more. It
 * sends with the JDK's {@code HttpURLConnection} and decodes with Jackson.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
public class XChangeBenchmark {
    private static final int ROWS = 100;

    private final BitgetTradeServiceRaw bitget =
            (BitgetTradeServiceRaw) exchange(BitgetExchange.class).getTradeService();
    private final HuobiTradeServiceRaw htx =
            (HuobiTradeServiceRaw) exchange(HuobiExchange.class).getTradeService();
    private final BitgetTradeHistoryParams fills = BitgetTradeHistoryParams.builder()
            .instrument(CurrencyPair.BTC_USDT)
            .limit(ROWS)
            .build();
    private final DefaultOpenOrdersParamCurrencyPair openOrders =
            new DefaultOpenOrdersParamCurrencyPair(CurrencyPair.BTC_USDT);

    private static Exchange exchange(Class<? extends Exchange> type) {
        ExchangeSpecification specification = new ExchangeSpecification(type);
        specification.setSslUri(System.getProperty("openvenue.venue"));
        specification.setApiKey("invented-key");
        specification.setSecretKey("invented-secret");
        specification.setPassword("invented-passphrase");
        specification.setShouldLoadRemoteMetaData(false);
        return ExchangeFactory.INSTANCE.createExchange(specification);
    }

    /** What it would have fetched from the venue. */
    @Setup
    public void prepare() throws IOException {
        HuobiUtils.setHuobiAssets(new HuobiAsset[] {new HuobiAsset("btc"), new HuobiAsset("usdt")});
        HuobiUtils.setHuobiAssetPairs(new HuobiAssetPair[] {
            new HuobiAssetPair(
                    "btc", "usdt", 2, 6, "main", "btcusdt", "online", 8, null, null, null, null, null, null, null, null,
                    "enabled")
        });
        check();
    }

    /** What fails may be fast. */
    private void check() throws IOException {
        if (bitgetFills().size() != ROWS
                || htxOpenOrders().length != ROWS
                || htxCancel().isEmpty()) {
            throw new IllegalStateException("XChange did not read the local venue's responses");
        }
    }

    @Benchmark
    public List<BitgetFillDto> bitgetFills() throws IOException {
        return bitget.bitgetFills(fills);
    }

    @Benchmark
    public HuobiOrder[] htxOpenOrders() throws IOException {
        return htx.getHuobiOpenOrders(openOrders);
    }

    @Benchmark
    public String htxCancel() throws IOException {
        return htx.cancelHuobiOrder("356501495694025");
    }
}
