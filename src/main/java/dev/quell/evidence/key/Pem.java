package dev.quell.evidence.key;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A key's parts as text: PEM. */
final class Pem {

    static final String PRIVATE = "PRIVATE KEY";
    static final String PUBLIC = "PUBLIC KEY";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private Pem() {}

    static String write(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n" + LINES.encodeToString(content) + "\n-----END " + kind + "-----\n";
    }

    /** @throws IllegalArgumentException if the text has no such part */
    static byte[] read(String text, String kind) {
        String begin = "-----BEGIN " + kind + "-----";
        int from = text.indexOf(begin);
        int to = text.indexOf("-----END " + kind + "-----");
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("it has no " + kind);
        }
        return Base64.getMimeDecoder()
                .decode(text.substring(from + begin.length(), to).strip());
    }
}
