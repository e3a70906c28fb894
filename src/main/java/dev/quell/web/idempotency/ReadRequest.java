package dev.quell.web.idempotency;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request that notes what is read of it, so that two requests can be told apart without keeping their bodies. */
final class ReadRequest extends HttpServletRequestWrapper {

    private static final Logger LOG = LoggerFactory.getLogger(ReadRequest.class);

    private final MessageDigest digest;
    private @Nullable DigestingStream stream;

    ReadRequest(HttpServletRequest request) {
        super(request);
        this.digest = sha256();
        String line = request.getMethod() + "\n" + request.getRequestURI() + "\n"
                + Objects.requireNonNullElse(request.getQueryString(), "") + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Reads to the end, if nobody did, and tells the fingerprint of the whole: method, path, query and body. A body that breaks off is one as far as it came. */
    String fingerprint() {
        byte[] some = new byte[8192];
        try {
            DigestingStream body = getInputStream();
            while (!body.ended && body.read(some, 0, some.length) >= 0) {
                // what is read is noted
            }
        } catch (IOException e) {
            LOG.debug("The body of a request with an Idempotency-Key broke off", e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public DigestingStream getInputStream() throws IOException {
        DigestingStream known = stream;
        if (known == null) {
            known = new DigestingStream(super.getInputStream(), digest);
            stream = known;
        }
        return known;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    /** Notes each byte once; is not closed by who reads, so that the rest can be read. */
    static final class DigestingStream extends ServletInputStream {
        private final ServletInputStream body;
        private final MessageDigest digest;
        private boolean ended;

        private DigestingStream(ServletInputStream body, MessageDigest digest) {
            this.body = body;
            this.digest = digest;
        }

        @Override
        public int read() throws IOException {
            int octet = body.read();
            if (octet < 0) {
                ended = true;
            } else {
                digest.update((byte) octet);
            }
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = body.read(buffer, offset, length);
            if (count < 0) {
                ended = true;
            } else {
                digest.update(buffer, offset, count);
            }
            return count;
        }

        @Override
        public void close() {
            // The server closes it with the request.
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
