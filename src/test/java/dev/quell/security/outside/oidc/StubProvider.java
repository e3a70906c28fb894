package dev.quell.security.outside.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** A provider that says what a test wants it to say, true or forged. It gives no token without the client's secret and the proof key of whoever asked. */
final class StubProvider implements AutoCloseable {

    static final String CLIENT = "quell";
    static final String SECRET = "secret of the stub";

    private static final String KEY = "own";
    private static final RSAKey OWN = key(KEY);
    /** Another key by the same name. */
    private static final RSAKey FOREIGN = key(KEY);

    private final HttpServer server;
    private final Map<String, Asked> codes = new LinkedHashMap<>();
    private volatile String infoSubject = "";

    /** What goes wrong with a token. */
    enum Flaw {
        NONE,
        FOREIGN_KEY,
        UNSIGNED,
        EXPIRED,
        OTHER_AUDIENCE,
        OTHER_ISSUER,
        OTHER_NONCE,
        NO_ID_TOKEN,
        OTHER_PERSON_IN_USER_INFO,
        SERVER_ERROR,
        SILENCE
    }

    private record Asked(Map<String, String> question, Map<String, Object> claims, Flaw flaw) {}

    StubProvider() {
        this(0);
    }

    /** One with the issuer of another that has ended. */
    static StubProvider at(String issuer) {
        return new StubProvider(URI.create(issuer).getPort());
    }

    private StubProvider(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", asked -> answer(asked, 200, configuration()));
        server.createContext("/keys", asked -> answer(asked, 200, new JWKSet(OWN.toPublicJWK()).toJSONObject()));
        server.createContext("/token", this::token);
        server.createContext("/person", asked -> answer(asked, 200, Map.of("sub", infoSubject)));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Map<String, Object> configuration() {
        return Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/keys",
                "userinfo_endpoint", issuer() + "/person",
                "end_session_endpoint", issuer() + "/logout",
                "subject_types_supported", new String[] {"public"},
                "response_types_supported", new String[] {"code"});
    }

    /** A code for whoever was led here with a question. */
    synchronized String vouch(Map<String, String> question, Map<String, Object> claims, Flaw flaw) {
        String code = "code" + codes.size();
        codes.put(code, new Asked(question, claims, flaw));
        return code;
    }

    private void token(HttpExchange exchange) throws IOException {
        MultiValueMap<String, String> form = UriComponentsBuilder.newInstance()
                .query(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                .build()
                .getQueryParams();
        Asked asked;
        synchronized (this) {
            asked = codes.remove(String.valueOf(form.getFirst("code")));
        }
        if (asked == null || !isClient(exchange) || !proves(form, asked)) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
        } else if (asked.flaw() == Flaw.SERVER_ERROR) {
            answer(exchange, 500, Map.of());
        } else if (asked.flaw() == Flaw.SILENCE) {
            keepWaiting();
        } else {
            answer(exchange, 200, tokens(asked));
        }
    }

    private static void keepWaiting() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isClient(HttpExchange exchange) {
        String expected = "Basic "
                + Base64.getEncoder()
                        .encodeToString((CLIENT + ":" + SECRET.replace(' ', '+')).getBytes(StandardCharsets.UTF_8));
        return expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static boolean proves(MultiValueMap<String, String> form, Asked asked) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.valueOf(form.getFirst("code_verifier")).getBytes(StandardCharsets.US_ASCII));
            return "S256".equals(asked.question().get("code_challenge_method"))
                    && Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(digest)
                            .equals(asked.question().get("code_challenge"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> tokens(Asked asked) {
        infoSubject = asked.flaw() == Flaw.OTHER_PERSON_IN_USER_INFO
                ? "another"
                : asked.claims().get("sub") + "";
        Map<String, Object> tokens =
                new LinkedHashMap<>(Map.of("access_token", "access", "token_type", "Bearer", "expires_in", 60));
        if (asked.flaw() != Flaw.NO_ID_TOKEN) {
            tokens.put("id_token", idToken(asked));
        }
        return tokens;
    }

    private String idToken(Asked asked) {
        Flaw flaw = asked.flaw();
        Instant now = Instant.now().minusSeconds(flaw == Flaw.EXPIRED ? 600 : 0);
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(flaw == Flaw.OTHER_ISSUER ? "https://evil.example" : issuer())
                .audience(flaw == Flaw.OTHER_AUDIENCE ? "another" : CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim(
                        "nonce",
                        flaw == Flaw.OTHER_NONCE ? "another" : asked.question().get("nonce"));
        asked.claims().forEach(claims::claim);
        return write(claims.build(), flaw);
    }

    private static String write(JWTClaimsSet claims, Flaw flaw) {
        if (flaw == Flaw.UNSIGNED) {
            return new PlainJWT(claims).serialize();
        }
        try {
            SignedJWT word = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY).build(), claims);
            word.sign(new RSASSASigner(flaw == Flaw.FOREIGN_KEY ? FOREIGN : OWN));
            return word.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        byte[] bytes = JsonMapper.shared().writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
