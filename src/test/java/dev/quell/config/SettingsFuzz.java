package dev.quell.config;

import dev.quell.fuzz.FuzzTarget;
import dev.quell.fuzz.Holds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A site's settings file: checked without an exception, each fault with a key and what would be right. */
public final class SettingsFuzz implements FuzzTarget {

    private final ConfigCheck check = ConfigCheck.ofQuell();
    private final Path file;

    public SettingsFuzz() {
        try {
            file = Files.createTempFile("quell-fuzz", ".yml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(bytes("""
                quell:
                  call:
                    region: CN
                    lines:
                      crisis: { numbers: ["12355"], profile: protected }
                  screening: { mode: observe, holdout: 0.01 }
                """), bytes("""
                quell:
                  asterisk:
                    agi: { port: 4573, header-time: 2s, peers: [127.0.0.1] }
                  storage.retention.calls: 90d
                  blocklist: { protected-numbers: ["+8610*"] }
                """), bytes("quell.treatment.listen.at-most: 15s\nserver.port: 8080\n"));
    }

    @Override
    public List<String> words() {
        return List.of(
                "quell:",
                "  ",
                "- ",
                "*",
                "&a",
                "<<: *a",
                "!!java.net.URL x",
                "${",
                "}",
                "${user.home}",
                "PT1H",
                "9999999999d",
                "-1s",
                "0x10",
                ".inf",
                "---\n",
                "? ",
                "|\n",
                "spring.",
                "classpath:");
    }

    @Override
    public void read(byte[] input) throws Exception {
        Files.write(file, input);
        for (SettingsFault fault : check.checkFiles(List.of(file))) {
            Holds.that(!fault.key().isBlank(), "a key", fault);
            Holds.that(!fault.what().isBlank() && !fault.what().equals("null"), "what would be right", fault);
            Holds.that(
                    !fault.what().contains("Exception") && !fault.what().contains("dev.quell"),
                    "a sentence for people",
                    fault);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        Files.delete(file);
    }
}
