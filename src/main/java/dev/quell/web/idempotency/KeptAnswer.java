package dev.quell.web.idempotency;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * What was answered to a request.
 *
 * @param request the request's fingerprint, 64 hex digits
 * @param status of the answer
 * @param headers those that tell of what was done
 * @param whole whether the body was short enough to be kept
 * @param body empty if it was not
 */
record KeptAnswer(String request, int status, Map<String, String> headers, boolean whole, String body) {

    /** Longest body that is kept; of a longer one it is told later that the request was done, and no more. */
    static final int LONGEST = 16_384;

    private static final int VERSION = 1;
    private static final List<String> KEPT =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.LINK, HttpHeaders.ETAG);

    /** What is about to be answered. */
    static KeptAnswer of(String request, ContentCachingResponseWrapper answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT) {
            String value = answer.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        byte[] body = answer.getContentAsByteArray();
        boolean whole = body.length <= LONGEST;
        return new KeptAnswer(
                request, answer.getStatus(), headers, whole, whole ? new String(body, StandardCharsets.UTF_8) : "");
    }

    /** Answers the same again. */
    void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** As it is kept. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length() + 256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(request);
            out.writeInt(status);
            out.writeInt(headers.size());
            for (Map.Entry<String, String> header : headers.entrySet()) {
                out.writeUTF(header.getKey());
                out.writeUTF(header.getValue());
            }
            out.writeBoolean(whole);
            out.writeUTF(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads back what {@link #bytes()} wrote. */
    static KeptAnswer read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                throw new IOException("another version wrote it");
            }
            String request = in.readUTF();
            int status = in.readInt();
            Map<String, String> headers = new LinkedHashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                headers.put(in.readUTF(), in.readUTF());
            }
            return new KeptAnswer(request, status, headers, in.readBoolean(), in.readUTF());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows nothing of the answer. */
    @Override
    public String toString() {
        return "KeptAnswer[" + status + "]";
    }
}
