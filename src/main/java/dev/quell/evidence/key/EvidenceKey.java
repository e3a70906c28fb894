package dev.quell.evidence.key;

import dev.quell.evidence.chain.Hashes;
import dev.quell.evidence.key.KeyLines.Voucher;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** An Ed25519 key, and what its file tells beside it. */
public final class EvidenceKey {

    private static final String KIND = "Ed25519";
    private static final byte[] PROBE = "quell".getBytes(StandardCharsets.US_ASCII);

    private final KeyPair pair;
    private final KeyLines lines;

    private EvidenceKey(KeyPair pair, KeyLines lines) {
        this.pair = pair;
        this.lines = lines;
    }

    /** A new one. */
    static EvidenceKey made() throws GeneralSecurityException {
        return new EvidenceKey(KeyPairGenerator.getInstance(KIND).generateKeyPair(), KeyLines.NONE);
    }

    /** A new one, which this one vouches for and which has its lines. */
    EvidenceKey next() throws GeneralSecurityException {
        EvidenceKey made = made();
        byte[] word = Voucher.text(made.publicBase64()).getBytes(StandardCharsets.US_ASCII);
        return made.with(lines.vouched(new Voucher(publicBase64(), Hashes.hex(sign(word)))));
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
                KeyLines.read(text));
        if (!PublicKeys.verifies(key.pair.getPublic(), PROBE, key.sign(PROBE))) {
            throw new GeneralSecurityException("its private and its public part are of two keys");
        }
        return key;
    }

    /** The same key with other lines. */
    EvidenceKey with(KeyLines others) {
        return new EvidenceKey(pair, others);
    }

    /** As it is kept: two PEM parts, and its lines. */
    String text() {
        return Pem.write(Pem.PRIVATE, pair.getPrivate().getEncoded()) + publicPem() + lines.text();
    }

    /** What its file tells beside it. */
    public KeyLines lines() {
        return lines;
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
