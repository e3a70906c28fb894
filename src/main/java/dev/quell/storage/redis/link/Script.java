package dev.quell.storage.redis.link;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** A Lua script of ours. It is called by its digest, and sent whole where the server does not know it yet. */
public final class Script {

    private final byte[] text;
    private final String digest;
    private final ScriptOutputType answer;

    private Script(byte[] text, ScriptOutputType answer) {
        this.text = text;
        this.digest = sha1(text);
        this.answer = answer;
    }

    /** The script of a file below {@code lua/}, without its ending. */
    public static Script of(String name, ScriptOutputType answer) {
        try (InputStream file = Script.class.getResourceAsStream("/lua/" + name + ".lua")) {
            if (file == null) {
                throw new IllegalArgumentException("there is no lua/" + name + ".lua");
            }
            return new Script(file.readAllBytes(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it. Arguments are written as UTF-8, those that are bytes as they are. */
    public <T> CompletableFuture<T> run(
            RedisClusterAsyncCommands<String, byte[]> redis, String[] keys, Object... arguments) {
        byte[][] values = new byte[arguments.length][];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments[i] instanceof byte[] bytes
                    ? bytes
                    : arguments[i].toString().getBytes(StandardCharsets.UTF_8);
        }
        CompletionStage<T> known = redis.evalsha(digest, answer, keys, values);
        return known.exceptionallyCompose(fault -> isUnknown(fault)
                        ? redis.<T>eval(text, answer, keys, values)
                        : CompletableFuture.failedFuture(fault))
                .toCompletableFuture();
    }

    private static boolean isUnknown(Throwable fault) {
        return fault instanceof RedisNoScriptException
                || (fault instanceof CompletionException && fault.getCause() instanceof RedisNoScriptException);
    }

    private static String sha1(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
