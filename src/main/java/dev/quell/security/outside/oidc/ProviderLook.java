package dev.quell.security.outside.oidc;

import dev.quell.security.outside.Secret;
import dev.quell.security.outside.SettingForms;
import dev.quell.security.outside.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.modulith.NamedInterface;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The provider that people sign in with, as it is now.
 *
 * @param issuer as the settings have it
 * @param named as it names itself
 * @param absent what a sign-in needs and its configuration does not name, or names at an address that anybody could read
 * @param proof whether it says that it takes proof keys; empty if it says nothing of them
 * @param unknown scopes that are asked for and that it does not list
 * @param keys how many keys it shows; -1 if it shows none that can be read
 * @param client whether it knows this client and its secret; empty if its answer does not tell
 * @param certificate until when its certificate holds; empty without TLS
 * @param roles roles that no group gives
 */
@NamedInterface("look")
public record ProviderLook(
        String issuer,
        String named,
        List<String> absent,
        Optional<Boolean> proof,
        List<String> unknown,
        int keys,
        Optional<Boolean> client,
        Optional<Instant> certificate,
        List<String> roles) {

    private static final String CONFIGURATION = "/.well-known/openid-configuration";
    private static final int OK = 200;
    private static final int UNKNOWN = 401;

    public ProviderLook {
        absent = List.copyOf(absent);
        unknown = List.copyOf(unknown);
        roles = List.copyOf(roles);
    }

    /** Whether people sign in with one at all. */
    public static boolean isWanted(Environment environment) {
        return settings(environment).enabled();
    }

    private static OidcSettings settings(Environment environment) {
        return Binder.get(environment).bindOrCreate(OidcSettings.PREFIX, OidcSettings.class);
    }

    /**
     * Asks it, as the service does. A code that it never gave tells whether it knows the client; nothing is changed by that.
     *
     * @throws UncheckedIOException if it cannot be reached, or its answer cannot be read
     * @throws IllegalStateException if the authorities or the secret of the settings cannot be read
     */
    public static ProviderLook at(Environment environment) {
        OidcSettings settings = settings(environment);
        try (HttpClient http = HttpClient.newBuilder()
                .sslContext(Trust.of(settings.certificates()))
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            return new Asked(settings, http).look();
        }
    }

    /** One look. */
    private record Asked(OidcSettings settings, HttpClient http) {

        ProviderLook look() {
            HttpResponse<String> answer =
                    send(HttpRequest.newBuilder(URI.create(settings.issuer().replaceAll("/$", "") + CONFIGURATION))
                            .build());
            if (answer.statusCode() != OK) {
                throw new UncheckedIOException(new IOException(
                        "it answers " + answer.statusCode() + " at " + settings.issuer() + CONFIGURATION));
            }
            JsonNode told = json(answer);
            return new ProviderLook(
                    settings.issuer(),
                    told.path("issuer").asString(""),
                    Stream.of("authorization_endpoint", "token_endpoint", "jwks_uri")
                            .filter(name ->
                                    !SettingForms.isSafeWeb(told.path(name).asString("")))
                            .toList(),
                    listed(told, "code_challenge_methods_supported").map(methods -> methods.contains("S256")),
                    listed(told, "scopes_supported")
                            .map(scopes -> settings.wanted().stream()
                                    .filter(scope -> !scopes.contains(scope))
                                    .toList())
                            .orElse(List.of()),
                    keys(told.path("jwks_uri").asString("")),
                    client(told.path("token_endpoint").asString("")),
                    answer.sslSession().flatMap(Asked::end),
                    settings.roles().without());
        }

        private static Optional<List<String>> listed(JsonNode told, String name) {
            return told.path(name).isArray()
                    ? Optional.of(told.path(name)
                            .valueStream()
                            .map(value -> value.asString(""))
                            .toList())
                    : Optional.empty();
        }

        private int keys(String address) {
            if (!SettingForms.isSafeWeb(address)) {
                return -1;
            }
            HttpResponse<String> answer =
                    send(HttpRequest.newBuilder(URI.create(address)).build());
            JsonNode keys = answer.statusCode() == OK
                    ? json(answer).path("keys")
                    : JsonMapper.shared().missingNode();
            return keys.isArray() ? keys.size() : -1;
        }

        private Optional<Boolean> client(String address) {
            Optional<String> secret = Secret.of(settings.clientSecret(), settings.clientSecretFile());
            if (secret.isEmpty() || !SettingForms.isSafeWeb(address)) {
                return Optional.empty();
            }
            String form = "grant_type=authorization_code&code=quell-doctor&code_verifier=" + "a".repeat(43)
                    + "&redirect_uri=" + encoded(settings.base().orElse("http://localhost") + OidcPaths.BACK);
            String basic = encoded(settings.clientId()) + ":" + encoded(secret.get());
            HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header(
                            "Authorization",
                            "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build());
            if (answer.statusCode() == UNKNOWN || answer.body().contains("invalid_client")) {
                return Optional.of(false);
            }
            return answer.body().contains("invalid_grant") ? Optional.of(true) : Optional.empty();
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        private HttpResponse<String> send(HttpRequest request) {
            try {
                return http.send(
                        HttpRequest.newBuilder(request, (name, value) -> true)
                                .timeout(settings.timeout())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private static JsonNode json(HttpResponse<String> answer) {
            try {
                return JsonMapper.shared().readTree(answer.body());
            } catch (JacksonException e) {
                throw new UncheckedIOException(
                        new IOException("what it answers at " + answer.uri() + " is no JSON", e));
            }
        }

        private static Optional<Instant> end(SSLSession session) {
            try {
                return session.getPeerCertificates()[0] instanceof X509Certificate shown
                        ? Optional.of(shown.getNotAfter().toInstant())
                        : Optional.empty();
            } catch (SSLPeerUnverifiedException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
