package dev.quell.reporting.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.reporting.MailServer;
import dev.quell.reporting.MailServer.Security;
import dev.quell.reporting.ReportSettings;
import dev.quell.reporting.sending.MailServerStub.Manner;
import dev.quell.reporting.sending.Post.Letter;
import dev.quell.reporting.sending.Post.Refusal;
import dev.quell.reporting.words.ReportPaper;
import dev.quell.reporting.words.ReportText;
import dev.quell.reporting.words.Section;
import dev.quell.testing.ReportSettingsBuilder;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

@Timeout(60)
class MailPostTest {

    private static final String HOSTILE = "<script>alert(1)</script>";
    static final SentReport REPORT = new SentReport(
            17,
            "lead",
            LocalDate.of(2026, 11, 16),
            LocalDate.of(2026, 11, 22),
            Instant.parse("2026-11-22T23:00:00Z"),
            "zh",
            new ReportText(
                    "来电报表",
                    "2026-11-16 至 2026-11-22",
                    List.of(new Section("概要", List.of("指标", "数值"), List.of(List.of(HOSTILE, "17")), List.of("说明")))));

    static MailPost post(MailServer server) {
        ReportSettings settings = ReportSettingsBuilder.with(Map.of(), server);
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/reports");
        texts.setDefaultEncoding("UTF-8");
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine pages = new SpringTemplateEngine();
        pages.setTemplateResolver(templates);
        return new MailPost(settings, new MailWriter(settings, new ReportPaper(settings, texts), pages));
    }

    private static Optional<Refusal> send(int port, Security security) {
        return send(ReportSettingsBuilder.server("127.0.0.1", port, security));
    }

    private static Optional<Refusal> send(MailServer server) {
        return post(server).send(new Letter("report-17-a", "lead@example.org", REPORT));
    }

    /** The parts by type, the attachments by name. */
    private static Map<String, Object> parts(Part part) throws Exception {
        Map<String, Object> found = new LinkedHashMap<>();
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart each = parts.getBodyPart(i);
                found.putAll(parts(each));
            }
        } else if (part.getFileName() == null) {
            found.put(part.getContentType().replaceAll(";.*", ""), part.getContent());
        } else {
            found.put(part.getFileName(), part.getInputStream().readAllBytes());
        }
        return found;
    }

    @Test
    void aReportArrivesAsTextHtmlPdfAndCsv() throws Exception {
        try (MailServerStub server = new MailServerStub(Manner.TAKES)) {
            assertThat(send(server.port(), Security.NONE)).isEmpty();

            MimeMessage mail = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(server.mails().getFirst().getBytes(StandardCharsets.UTF_8)));
            assertThat(mail.getSubject()).isEqualTo("来电报表 2026-11-16 至 2026-11-22");
            assertThat(mail.getFrom()[0]).hasToString("quell@example.org");
            assertThat(mail.getAllRecipients()[0]).hasToString("lead@example.org");
            assertThat(mail.getMessageID()).isEqualTo("<report-17-a@example.org>");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            Map<String, Object> parts = parts(mail);
            assertThat(parts.keySet())
                    .containsExactly(
                            "text/plain",
                            "text/html",
                            "report-2026-11-16_2026-11-22.pdf",
                            "report-2026-11-16_2026-11-22.csv");
            assertThat(parts.get("text/plain").toString()).contains("概要", "说明", "17");
            assertThat(parts.get("text/html").toString())
                    .contains("来电报表", "&lt;script&gt;")
                    .doesNotContain(HOSTILE);
            try (var pdf = Loader.loadPDF((byte[]) parts.get("report-2026-11-16_2026-11-22.pdf"))) {
                assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            }
            assertThat(new String((byte[]) parts.get("report-2026-11-16_2026-11-22.csv"), StandardCharsets.UTF_8))
                    .startsWith("\uFEFF来电报表,");
        }
    }

    @Test
    void anAddressThatIsNoneIsRefusedForGoodAndSaysWhy() throws Exception {
        try (MailServerStub server = new MailServerStub(Manner.KNOWS_NOBODY)) {
            Refusal refusal = send(server.port(), Security.NONE).orElseThrow();

            assertThat(refusal.lasting()).isTrue();
            assertThat(refusal.why()).contains("550 5.1.1 no such user").doesNotContain("\n");
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void whatIsRefusedForNowIsNotForGood() throws Exception {
        try (MailServerStub server = new MailServerStub(Manner.IS_BUSY)) {
            Refusal refusal = send(server.port(), Security.NONE).orElseThrow();

            assertThat(refusal.lasting()).isFalse();
            assertThat(refusal.why()).contains("451 4.7.1 try again later");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            names = {"HANGS", "DAWDLES"})
    void aServerThatHangsIsLeft(Manner manner) throws Exception {
        try (MailServerStub server = new MailServerStub(manner)) {
            Refusal refusal = send(ReportSettingsBuilder.hasty(server.port())).orElseThrow();

            assertThat(refusal.lasting()).isFalse();
            assertThat(refusal.why())
                    .contains(manner == Manner.HANGS ? "Read timed out" : "did not take it within 4 s");
        }
    }

    @Test
    void whatWasTakenIsTakenHoweverTheServerParts() throws Exception {
        try (MailServerStub server = new MailServerStub(Manner.HANGS_AT_THE_END)) {
            assertThat(send(ReportSettingsBuilder.hasty(server.port()))).isEmpty();
            assertThat(server.mails()).hasSize(1);
        }
    }

    @Test
    void nothingIsSaidToAServerWithoutTlsWhereItIsWanted() throws Exception {
        try (MailServerStub server = new MailServerStub(Manner.TAKES)) {
            Refusal refusal = send(server.port(), Security.STARTTLS).orElseThrow();

            assertThat(refusal.why()).contains("STARTTLS is required");
            assertThat(server.commands()).noneMatch(line -> line.startsWith("MAIL") || line.startsWith("AUTH"));
        }
    }

    @Test
    void noServerIsTold() throws Exception {
        MailServerStub server = new MailServerStub(Manner.TAKES);
        server.close();

        assertThat(send(server.port(), Security.NONE).orElseThrow().why())
                .contains("Couldn't connect to host", "127.0.0.1");
        assertThat(post(ReportSettingsBuilder.server("", 587, Security.STARTTLS))
                        .send(new Letter("a", "lead@example.org", REPORT)))
                .contains(new Refusal(MailPost.NO_SERVER, false));
    }

    @Test
    void aPasswordFileThatIsNotThereIsTold() throws Exception {
        try (MailServerStub server = new MailServerStub(Manner.TAKES)) {
            MailServer named = new MailServer(
                    "127.0.0.1",
                    server.port(),
                    Security.STARTTLS,
                    "quell",
                    "/nowhere/password",
                    "",
                    "quell@example.org",
                    Duration.ofSeconds(1));

            Refusal refusal = post(named)
                    .send(new Letter("a", "lead@example.org", REPORT))
                    .orElseThrow();

            assertThat(refusal.why()).contains("/nowhere/password");
            assertThat(refusal.lasting()).isFalse();
        }
    }
}
