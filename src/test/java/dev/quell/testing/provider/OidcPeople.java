package dev.quell.testing.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Whom a provider knows, which groups they have, and with which key it says so; all may change while it runs. */
public final class OidcPeople {

    /** Everybody's password there. */
    public static final String PASSWORD = "the provider's password";

    private final String issuer;
    private final Map<String, List<String>> groups = new ConcurrentHashMap<>();
    private volatile JWKSet keys = key();
    private volatile String audience = OidcServer.CLIENT;
    private volatile String pages = "http://127.0.0.1";

    OidcPeople(String issuer) {
        this.issuer = issuer;
    }

    private static JWKSet key() {
        try {
            RSAKey key = new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
            return new JWKSet(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return issuer;
    }

    /** Where the service's pages are, to which browsers are led back. */
    public void pages(String address) {
        pages = address;
    }

    String pages() {
        return pages;
    }

    /** Which groups somebody has from now on; whoever was not known is. */
    public void groups(String person, String... names) {
        groups.put(person, List.of(names));
    }

    boolean knows(String person) {
        return groups.containsKey(person);
    }

    List<String> groups(String person) {
        return groups.getOrDefault(person, List.of());
    }

    /** Signs with a new key from now on; the old one is no longer told of. */
    public void rotate() {
        keys = key();
    }

    JWKSet keys() {
        return keys;
    }

    /** For whom its tokens are from now on. */
    public void audience(String client) {
        audience = client;
    }

    String audience() {
        return audience;
    }
}
