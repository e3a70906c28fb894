package dev.quell.reporting.sending;

import dev.quell.reporting.ReportSettings;
import dev.quell.reporting.schedule.Schedule;
import dev.quell.reporting.sending.Post.Letter;
import dev.quell.reporting.words.ReportCsv;
import dev.quell.reporting.words.ReportPaper;
import dev.quell.reporting.words.ReportText;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes a report as a mail: to be read at once, as text and as HTML, and as PDF and CSV to keep. */
@Component
final class MailWriter {

    private final ReportSettings settings;
    private final ReportPaper paper;
    private final ITemplateEngine pages;

    MailWriter(ReportSettings settings, ReportPaper paper, ITemplateEngine pages) {
        this.settings = settings;
        this.paper = paper;
        this.pages = pages;
    }

    MimeMessage write(Session session, Letter letter) throws MessagingException, IOException {
        SentReport report = letter.report();
        ReportText text = report.text();
        Locale locale = Schedule.locale(report.language());
        MimeMessage message = new Named(session, letter.id() + "@" + domain());
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.mail().from());
        helper.setTo(letter.to());
        helper.setSubject(text.title() + " " + text.period());
        helper.setSentDate(Date.from(report.madeAt()));
        helper.setText(plain(text), html(text, locale));
        String name = "report-" + report.first() + "_" + report.last();
        helper.addAttachment(name + ".pdf", new ByteArrayResource(pdf(report, locale)), "application/pdf");
        helper.addAttachment(
                name + ".csv",
                new ByteArrayResource(ReportCsv.of(text).getBytes(StandardCharsets.UTF_8)),
                "text/csv; charset=UTF-8");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", locale.toLanguageTag());
        message.saveChanges();
        return message;
    }

    private String domain() {
        String from = settings.mail().from();
        return from.substring(from.indexOf('@') + 1);
    }

    private String html(ReportText text, Locale locale) {
        Context about = new Context(locale);
        about.setVariable("text", text);
        return pages.process("reports/mail", about);
    }

    private byte[] pdf(SentReport report, Locale locale) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        paper.write(report.text(), report.madeAt(), locale, out);
        return out.toByteArray();
    }

    private static String plain(ReportText report) {
        StringBuilder text = new StringBuilder(report.title())
                .append('\n')
                .append(report.period())
                .append('\n');
        report.sections().forEach(section -> {
            text.append('\n').append(section.heading()).append('\n');
            section.rows()
                    .forEach(row ->
                            text.append("  ").append(String.join("   ", row)).append('\n'));
            section.notes().forEach(note -> text.append("  ").append(note).append('\n'));
        });
        return text.toString();
    }

    /** A mail with a name of its own choice. */
    private static final class Named extends MimeMessage {
        private final String name;

        Named(Session session, String name) {
            super(session);
            this.name = name;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + name + ">");
        }
    }
}
