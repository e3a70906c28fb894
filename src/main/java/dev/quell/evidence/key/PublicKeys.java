package dev.quell.evidence.key;

import dev.quell.evidence.chain.Hashes;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Public Ed25519 keys: read, named by their fingerprint, and used to check signatures. */
public final class PublicKeys {

    private static final String KIND = "Ed25519";

    private PublicKeys() {}

    /**
     * Reads a key in PEM.
     *
     * @throws GeneralSecurityException if it is none
     * @throws IllegalArgumentException if the text is none
     */
    public static PublicKey ofPem(String pem) throws GeneralSecurityException {
        return of(Pem.read(pem, Pem.PUBLIC));
    }

    /**
     * Reads a key as the chain's notes have it: its DER in Base64.
     *
     * @throws GeneralSecurityException if it is none
     * @throws IllegalArgumentException if the text is none
     */
    public static PublicKey ofBase64(String text) throws GeneralSecurityException {
        return of(Base64.getDecoder().decode(text));
    }

    private static PublicKey of(byte[] der) throws GeneralSecurityException {
        return KeyFactory.getInstance(KIND).generatePublic(new X509EncodedKeySpec(der));
    }

    /** SHA-256 of the key's DER, which openssl gives too. */
    public static String fingerprint(PublicKey key) {
        return Hashes.hex(Hashes.of(key.getEncoded()));
    }

    /** Whether a signature of bytes is a key's. */
    public static boolean verifies(PublicKey key, byte[] bytes, byte[] signature) {
        try {
            Signature check = Signature.getInstance(KIND);
            check.initVerify(key);
            check.update(bytes);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The same with the signature in hexadecimal; false if it is none. */
    public static boolean verifies(PublicKey key, byte[] bytes, String hex) {
        try {
            return verifies(key, bytes, HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
