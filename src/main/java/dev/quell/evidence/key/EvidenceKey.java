package dev.quell.evidence.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** An Ed25519 key, and the chains whose beginning it has signed. */
public final class EvidenceKey {

    private static final String KIND = "Ed25519";
    private static final String CHAIN = "chain ";
    private static final byte[] PROBE = "quell".getBytes(StandardCharsets.US_ASCII);

    private final KeyPair pair;
    private final List<String> chains;

    private EvidenceKey(KeyPair pair, List<String> chains) {
        this.pair = pair;
        this.chains = List.copyOf(chains);
    }

    /** A new one. */
    static EvidenceKey made() throws GeneralSecurityException {
        return new EvidenceKey(KeyPairGenerator.getInstance(KIND).generateKeyPair(), List.of());
    }

    /**
     * Reads what {@link #text} gives.
     *
     * @throws GeneralSecurityException if it is no key, or its parts are of two
     * @throws IllegalArgumentException if a part is missing
     */
    static EvidenceKey of(String text) throws GeneralSecurityException {
        EvidenceKey key = new EvidenceKey(
                new KeyPair(
                        PublicKeys.ofPem(text),
                        KeyFactory.getInstance(KIND)
                                .generatePrivate(new PKCS8EncodedKeySpec(Pem.read(text, Pem.PRIVATE)))),
                text.lines().filter(line -> line.startsWith(CHAIN)).toList());
        if (!PublicKeys.verifies(key.pair.getPublic(), PROBE, key.sign(PROBE))) {
            throw new GeneralSecurityException("its private and its public part are of two keys");
        }
        return key;
    }

    /** The same key, which has signed one chain's beginning more. */
    EvidenceKey begun(String chain) {
        List<String> all = new java.util.ArrayList<>(chains);
        all.add(CHAIN + chain);
        return new EvidenceKey(pair, all);
    }

    /** As it is kept: two PEM parts, and a line for each chain. */
    String text() {
        StringBuilder text =
                new StringBuilder(Pem.write(Pem.PRIVATE, pair.getPrivate().getEncoded())).append(publicPem());
        chains.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** The chains whose beginning it has signed, oldest first. */
    public List<String> chains() {
        return chains.stream().map(line -> line.substring(CHAIN.length())).toList();
    }

    /** The public key in PEM. */
    public String publicPem() {
        return Pem.write(Pem.PUBLIC, pair.getPublic().getEncoded());
    }

    /** The public key as the chain's notes have it: its DER in Base64. */
    public String publicBase64() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** SHA-256 of the public key's DER, which openssl gives too. */
    public String fingerprint() {
        return PublicKeys.fingerprint(pair.getPublic());
    }

    /** Signs bytes: 64 bytes, always the same for the same bytes. */
    public byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(KIND);
            signature.initSign(pair.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new EvidenceFault("the key that signs evidence does not sign: " + e.getMessage(), e);
        }
    }
}
