package dev.quell.bench.server;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The baseline: one virtual thread a connection reads the request and gives every call the same answer, without thinking. Told a file, it first writes the request there and
 * waits for the disk, one call after the other.
 */
public final class BareResponder {

    private static final int RECORD = 1024;
    /** As large as a journal's segment; then it begins anew. */
    private static final int ROOM = 64 << 20;

    private static final int BACKLOG = 4096;
    private static final byte[] ANSWER =
            "SET VARIABLE QUELL \"v1:PASS:ORDINARY:abcdefghijklmnopqrstuvwxyz:00420815:128:standard:queue:\"\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final @Nullable FileChannel disk;
    private final ByteBuffer record = ByteBuffer.allocateDirect(RECORD);
    private final ReentrantLock lock = new ReentrantLock();
    private long at;

    private BareResponder(@Nullable FileChannel disk) {
        this.disk = disk;
    }

    /** Serves until the process ends. First argument: the port; second, if there: the file. */
    public static void main(String[] args) throws IOException {
        BareResponder responder = new BareResponder(args.length > 1 ? made(Path.of(args[1])) : null);
        try (ServerSocket server = new ServerSocket()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), BACKLOG);
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> responder.serve(socket));
            }
        }
    }

    private static FileChannel made(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, CREATE, WRITE);
        ByteBuffer nothing = ByteBuffer.allocateDirect(1 << 20);
        for (long at = 0; at < ROOM; at += nothing.capacity()) {
            channel.write(nothing.clear(), at);
        }
        channel.force(true);
        return channel;
    }

    private void keep() throws IOException {
        if (disk == null) {
            return;
        }
        lock.lock();
        try {
            disk.write(record.clear(), at);
            disk.force(false);
            at = (at + RECORD) % ROOM;
        } finally {
            lock.unlock();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            byte[] request = new byte[4096];
            int length = 0;
            while (!isWhole(request, length)) {
                int read = in.read(request, length, request.length - length);
                if (read <= 0) {
                    return;
                }
                length += read;
            }
            keep();
            socket.getOutputStream().write(ANSWER);
            socket.shutdownOutput();
            // What Asterisk still says is read to its end: a reset could overtake the answer.
            int rest = in.read(request);
            while (rest > 0) {
                rest = in.read(request);
            }
        } catch (IOException e) {
            System.err.println("a call broke: " + e);
        }
    }

    private static boolean isWhole(byte[] request, int length) {
        return length >= 2 && request[length - 1] == '\n' && request[length - 2] == '\n';
    }
}
