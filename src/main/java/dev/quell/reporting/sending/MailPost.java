package dev.quell.reporting.sending;

import dev.quell.call.Printable;
import dev.quell.reporting.MailServer;
import dev.quell.reporting.MailServer.Security;
import dev.quell.reporting.ReportSettings;
import dev.quell.security.outside.Trust;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands mails to the server of the settings by SMTP, one connection a mail. A server that hangs is left: one that says nothing after its patience, one that
 * says a little now and then after four times as long.
 */
@Component
final class MailPost implements Post {

    /** Why nothing is sent without a server. */
    static final String NO_SERVER = "no mail server is set: give quell.reports.mail.host";

    private static final Logger LOG = LoggerFactory.getLogger(MailPost.class);
    private static final int WHOLE = 4;
    private static final int LONGEST = 300;

    private final MailServer server;
    private final MailWriter writer;

    MailPost(ReportSettings settings, MailWriter writer) {
        this.server = settings.mail();
        this.writer = writer;
    }

    @Override
    public Optional<Refusal> send(Letter letter) {
        if (!server.isSet()) {
            return Optional.of(new Refusal(NO_SERVER, false));
        }
        try {
            Session session = Session.getInstance(way(server));
            MimeMessage message = writer.write(session, letter);
            return within(new FutureTask<>(() -> attempt(session, message)));
        } catch (IllegalStateException | UncheckedIOException e) {
            LOG.warn("Mails cannot be sent: quell.reports.mail.certificates cannot be read", e);
            return refused("quell.reports.mail.certificates cannot be read: " + e.getMessage());
        } catch (MessagingException | IOException e) {
            LOG.warn("A mail with a report could not be made", e);
            return refused("it could not be made: " + e.getMessage());
        }
    }

    /** How long a mail takes to be made is no fault of the server. */
    private Optional<Refusal> within(FutureTask<Optional<Refusal>> attempt) {
        // Interrupting a virtual thread closes the socket that it waits for.
        Thread.ofVirtual().name("quell-mail").start(attempt);
        Duration longest = server.patience().multipliedBy(WHOLE);
        try {
            return attempt.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("A mail took too long", e);
            return refused("the mail server did not take it within " + longest.toSeconds() + " s");
        } catch (ExecutionException e) {
            LOG.warn("A mail with a report could not be handed over", e.getCause());
            return refused("it could not be handed over: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refused("the service stopped");
        } finally {
            attempt.cancel(true);
        }
    }

    private static Optional<Refusal> refused(String why) {
        return Optional.of(new Refusal(Printable.of(why, LONGEST), false));
    }

    private Optional<Refusal> attempt(Session session, MimeMessage message) {
        try {
            deliver(session, message);
            return Optional.empty();
        } catch (MessagingException e) {
            return Optional.of(new Refusal(Printable.of(words(e), LONGEST), isLasting(e)));
        } catch (IOException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private void deliver(Session session, MimeMessage message) throws MessagingException, IOException {
        Transport transport = session.getTransport("smtp");
        try {
            boolean named = !server.username().isEmpty();
            transport.connect(
                    server.host(), server.port(), named ? server.username() : null, named ? server.password() : null);
            transport.sendMessage(message, message.getAllRecipients());
        } finally {
            close(transport);
        }
    }

    /** What the server took is taken, however it parts. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("A mail server did not part properly", e);
        }
    }

    /** With the authorities of the settings, which are read for each mail as the password is. */
    private static Properties way(MailServer server) {
        Properties set = properties(server);
        if (!server.certificates().isEmpty()) {
            set.put(
                    "mail.smtp.ssl.socketFactory",
                    Trust.of(server.certificates()).getSocketFactory());
            // Else the library tries again with Java's own authorities when these say no.
            set.put("mail.smtp.socketFactory.fallback", "false");
        }
        return set;
    }

    static Properties properties(MailServer server) {
        String patience = Long.toString(server.patience().toMillis());
        boolean named = !server.username().isEmpty();
        Properties set = new Properties();
        set.put("mail.smtp.connectiontimeout", patience);
        set.put("mail.smtp.timeout", patience);
        set.put("mail.smtp.writetimeout", patience);
        set.put("mail.smtp.auth", Boolean.toString(named));
        set.put("mail.smtp.quitwait", "false");
        set.put("mail.smtp.from", server.from());
        set.put("mail.smtp.ssl.checkserveridentity", "true");
        set.put("mail.smtp.ssl.enable", Boolean.toString(server.security() == Security.TLS));
        set.put("mail.smtp.starttls.enable", Boolean.toString(server.security() == Security.STARTTLS));
        set.put("mail.smtp.starttls.required", Boolean.toString(server.security() == Security.STARTTLS));
        return set;
    }

    /** What went wrong and why, as the library and the server say it, each sentence once. */
    private static String words(MessagingException fault) {
        Set<String> words = new LinkedHashSet<>();
        for (Throwable each = fault; each != null && words.size() < 4; each = each.getCause()) {
            words.add(String.valueOf(each.getMessage()).strip());
        }
        return String.join("; ", words);
    }

    /** Angus tells addresses that were refused for good (5xx) from those that were not for now (4xx). */
    private static boolean isLasting(MessagingException fault) {
        return fault instanceof SendFailedException refused
                && refused.getInvalidAddresses() != null
                && refused.getInvalidAddresses().length > 0;
    }
}
