package dev.quell.reporting.sending;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A mail server for tests that does what it is told: takes mails, refuses, hangs or dawdles. */
final class MailServerStub implements AutoCloseable {

    /** What it does. */
    enum Manner {
        TAKES,
        /** 550 to each recipient. */
        KNOWS_NOBODY,
        /** 451 to each recipient. */
        IS_BUSY,
        /** Takes a connection and says nothing. */
        HANGS,
        /** Says one more line of its greeting every now and then, and never the last. */
        DAWDLES,
        /** Takes the mail, and then says nothing more. */
        HANGS_AT_THE_END
    }

    private final ServerSocket server;
    private final Manner manner;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();

    MailServerStub(Manner manner) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.manner = manner;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    /** The mails it took, as they came. */
    List<String> mails() {
        return mails;
    }

    /** The words of all commands. */
    List<String> commands() {
        return commands;
    }

    private void serve() {
        try {
            while (!server.isClosed()) {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> talk(client));
            }
        } catch (IOException e) {
            closed.countDown();
        }
    }

    private void talk(Socket client) {
        try (client) {
            OutputStream out = client.getOutputStream();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            if (manner == Manner.HANGS) {
                closed.await();
            }
            while (manner == Manner.DAWDLES && !closed.await(200, TimeUnit.MILLISECONDS)) {
                say(out, "220-wait");
            }
            say(out, "220 stub");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                answer(line, in, out);
            }
        } catch (IOException | InterruptedException e) {
            commands.add("gone: " + e.getMessage());
        }
    }

    private void answer(String line, BufferedReader in, OutputStream out) throws IOException, InterruptedException {
        String word = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
        commands.add(line);
        switch (word) {
            case "EHLO", "HELO", "MAIL", "RSET" -> say(out, "250 ok");
            case "RCPT" -> say(out, recipient());
            case "DATA" -> {
                say(out, "354 go on");
                mails.add(data(in));
                say(out, "250 taken");
                if (manner == Manner.HANGS_AT_THE_END) {
                    closed.await();
                }
            }
            case "QUIT" -> say(out, "221 bye");
            default -> say(out, "502 what?");
        }
    }

    private String recipient() {
        return switch (manner) {
            case KNOWS_NOBODY -> "550 5.1.1 no such user <script>";
            case IS_BUSY -> "451 4.7.1 try again later";
            default -> "250 ok";
        };
    }

    private static String data(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
        return mail.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }
}
