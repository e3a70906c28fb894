package dev.quell.evidence;

import dev.quell.evidence.EvidenceSettings.Webhook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;

/** Posts the chain's end to the site's webhook. Follows no redirection; private addresses only where the settings allow them. */
final class HeadHook {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final byte[] TRANSLATED = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final int GOOD = 200;
    private static final int REDIRECT = 300;

    private final Webhook settings;

    HeadHook(Webhook settings) {
        this.settings = settings;
    }

    boolean isSet() {
        return !settings.url().isEmpty();
    }

    /**
     * Posts a text of JSON.
     *
     * @throws IOException if it was not taken, or may not go there
     */
    void post(String json) throws IOException {
        URI target = URI.create(settings.url());
        if (!allowed(InetAddress.getAllByName(target.getHost()))) {
            throw new IOException(
                    target.getHost() + " has a private address; quell.evidence.webhook.allow-private lets it be used");
        }
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build()) {
            int status = client.send(
                            HttpRequest.newBuilder(target)
                                    .timeout(PATIENCE)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(json))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status < GOOD || status >= REDIRECT) {
                throw new IOException(target.getHost() + " answered " + status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private boolean allowed(InetAddress... addresses) {
        return settings.allowPrivate() || Arrays.stream(addresses).allMatch(HeadHook::open);
    }

    /** Loopback is this machine itself; of others none may be private. */
    static boolean open(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean unique = bytes.length > 4 && (bytes[0] & 0xfe) == 0xfc;
        boolean carrier = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 0x40;
        return address.isLoopbackAddress()
                || !(address.isSiteLocalAddress()
                        || address.isLinkLocalAddress()
                        || address.isAnyLocalAddress()
                        || address.isMulticastAddress()
                        || unique
                        || carrier
                        || translated(bytes));
    }

    /** 64:ff9b::/96 leads through a translator to any address of IPv4. */
    private static boolean translated(byte... bytes) {
        return bytes.length > 4 && Arrays.equals(bytes, 0, TRANSLATED.length, TRANSLATED, 0, TRANSLATED.length);
    }
}
