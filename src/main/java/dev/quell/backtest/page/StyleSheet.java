package dev.quell.backtest.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The page's style sheet and the policy that lets it in. */
record StyleSheet(String text) {

    private static final String FILE = "/quell/backtest-page.css";

    static StyleSheet load() throws IOException {
        try (InputStream file = StyleSheet.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IOException("the program lacks its own file " + FILE + "; install it anew");
            }
            return new StyleSheet(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Nothing is let in but this style sheet. */
    String policy() {
        return "default-src 'none'; style-src 'sha256-" + hash() + "'; base-uri 'none'; form-action 'none'";
    }

    private String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
