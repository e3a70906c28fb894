package dev.quell.security.outside;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Which certificates another service may show. */
public final class Trust {

    private Trust() {}

    /**
     * Trusts those of a file, or what Java trusts.
     *
     * @param file certificates in PEM; empty: Java's own
     * @throws IllegalStateException if the file cannot be read, or holds none
     */
    public static SSLContext of(String file) {
        try {
            return file.isEmpty()
                    ? SSLContext.getDefault()
                    : SslBundle.of(new PemSslStoreBundle(
                                    null,
                                    PemSslStoreDetails.forCertificate(
                                            Path.of(file).toUri().toString())))
                            .createSslContext();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }
}
