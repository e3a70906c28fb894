package dev.quell.webhook.delivery;

import dev.quell.jobs.Jobs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Makes one request over a connection of its own, to one of the very addresses that were looked at: a name is resolved once. The certificate is checked against the
 * name. Of the answer only status and {@code Retry-After} are read. Throws nothing.
 */
public final class Poster implements AutoCloseable {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");
    private static final String RETRY_AFTER = "retry-after:";
    private static final int LONGEST_HEAD = 16_384;
    private static final int LONGEST_WORDS = 120;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

    private final Resolver resolver;
    private final SSLSocketFactory tls;
    private final ScheduledExecutorService deadlines = Jobs.timer("quell-webhook-deadline");

    /** Finds the addresses of a name. */
    @FunctionalInterface
    public interface Resolver {
        /** All of them. */
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** With what finds addresses and what speaks TLS. */
    public Poster(Resolver resolver, SSLSocketFactory tls) {
        this.resolver = resolver;
        this.tls = tls;
    }

    /** Makes a request, to the first of the target's addresses that can be reached. */
    public Delivered send(Post post) {
        long until = System.nanoTime() + post.patience().toNanos();
        List<InetAddress> addresses;
        try {
            addresses = resolve(post, until);
        } catch (IOException e) {
            return Delivered.failed("its name has no address");
        }
        if (!post.allowPrivate() && !addresses.stream().allMatch(PublicAddresses::has)) {
            return Delivered.failed("its address is not a public one; allow-private: true permits that");
        }
        IOException last = new IOException("none of its addresses answers in time");
        for (int i = 0; i < addresses.size() && left(until) > 0; i++) {
            try (Socket socket = new Socket()) {
                connect(socket, addresses.get(i), post, left(until) / (addresses.size() - i));
                return exchange(socket, post, until);
            } catch (ConnectException | SocketTimeoutException | NoRouteToHostException e) {
                last = e;
            } catch (IOException e) {
                return failed(e);
            }
        }
        return failed(last);
    }

    private static Delivered failed(IOException e) {
        return Delivered.failed("no answer: " + words(e));
    }

    private static long left(long until) {
        return TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
    }

    /** A resolver waits as long as it likes; a request does not. */
    private List<InetAddress> resolve(Post post, long until) throws IOException {
        FutureTask<InetAddress[]> found = new FutureTask<>(() -> resolver.resolve(post.host()));
        Thread.ofVirtual().name("quell-webhook-name").start(found);
        try {
            return Arrays.asList(found.get(left(until), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("its name has no address", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void connect(Socket socket, InetAddress address, Post post, long share) throws IOException {
        socket.connect(new InetSocketAddress(address, post.port()), (int)
                Math.max(1, Math.min(share, LONGEST_CONNECT.toMillis())));
    }

    private Delivered exchange(Socket socket, Post post, long until) throws IOException {
        ScheduledFuture<?> deadline =
                deadlines.schedule(() -> close(socket), Math.max(1, left(until)), TimeUnit.MILLISECONDS);
        try {
            return post.secure() ? secured(socket, post) : exchange(socket, post);
        } catch (SocketTimeoutException | ConnectException e) {
            // It was reached, and may have had the message.
            throw new IOException(e.getMessage(), e);
        } finally {
            deadline.cancel(false);
        }
    }

    private Delivered secured(Socket socket, Post post) throws IOException {
        try (SSLSocket secured = (SSLSocket) tls.createSocket(socket, post.host(), post.port(), true)) {
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            return exchange(secured, post);
        }
    }

    private static Delivered exchange(Socket socket, Post post) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        byte[] body = post.body().getBytes(StandardCharsets.UTF_8);
        request.writeBytes(head(post, body.length).getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        socket.getOutputStream().write(request.toByteArray());
        socket.getOutputStream().flush();
        return answer(socket.getInputStream());
    }

    private static String head(Post post, int length) {
        StringBuilder head = new StringBuilder("POST " + post.target() + " HTTP/1.1\r\n")
                .append("Host: ")
                .append(post.to().getRawAuthority())
                .append("\r\n")
                .append("User-Agent: quell\r\nAccept: */*\r\nConnection: close\r\nContent-Type: application/json\r\n")
                .append("Content-Length: ")
                .append(length)
                .append("\r\n");
        post.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    private static Delivered answer(InputStream in) throws IOException {
        String head = head(in);
        Matcher status = STATUS.matcher(head.lines().findFirst().orElse(""));
        if (!status.matches()) {
            return Delivered.failed("what it answered is no HTTP");
        }
        Optional<Duration> retryAfter = head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(RETRY_AFTER))
                .map(line -> line.substring(RETRY_AFTER.length()).strip())
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .findFirst();
        return Delivered.answered(Integer.parseInt(status.group(1)), retryAfter);
    }

    /** The lines up to the first empty one; an endless head is cut off. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        byte[] some = new byte[1024];
        int count = in.read(some);
        while (count >= 0 && head.length() < LONGEST_HEAD && head.indexOf("\r\n\r\n") < 0) {
            head.append(new String(some, 0, count, StandardCharsets.ISO_8859_1));
            count = head.indexOf("\r\n\r\n") < 0 ? in.read(some) : 0;
        }
        return head.toString();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a failure its kind and what it says, printable and short. */
    private static String words(IOException e) {
        String text = String.valueOf(e.getMessage()).replaceAll("[^ -~]", "?");
        return e.getClass().getSimpleName() + ", " + text.substring(0, Math.min(text.length(), LONGEST_WORDS));
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
    }
}
