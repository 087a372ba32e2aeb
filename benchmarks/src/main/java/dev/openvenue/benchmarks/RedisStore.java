package dev.openvenue.benchmarks;

import dev.openvenue.core.limit.RateLimits;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A store as the documentation of {@link RateLimits} recommends it, and bare commands on the same connection. */
final class RedisStore implements AutoCloseable {
    private static final String KEY = "benchmarks:bare";
    private static final byte[] VALUE = new byte[64];
    private static final String SWAP = """
            if redis.call('get', KEYS[1]) == ARGV[1] then
              redis.call('set', KEYS[1], ARGV[2]); return 1
            else return 0 end""";

    private final RedisClient client;
    private final StatefulRedisConnection<String, byte[]> connection;
    private final String swap;

    RedisStore(int port) {
        client = RedisClient.create("redis://127.0.0.1:" + port);
        connection = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
        connection.sync().set(KEY, VALUE);
        swap = connection.sync().scriptLoad(SWAP);
    }

    ProxyManager<String> buckets() {
        return Bucket4jLettuce.casBasedBuilder(connection)
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    /** One round trip. */
    byte @Nullable [] get() {
        return connection.sync().get(KEY);
    }

    /** Two: what was read is replaced if nobody else did. */
    Long compareAndSwap() {
        return connection.sync().evalsha(swap, ScriptOutputType.INTEGER, new String[] {KEY}, get(), VALUE);
    }

    @Override
    public void close() {
        client.shutdown(0, 1, TimeUnit.SECONDS);
    }
}
