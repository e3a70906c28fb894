package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import dev.quell.prompt.audio.Waves;
import dev.quell.security.audit.AuditEntry;
import dev.quell.security.audit.AuditLog;
import dev.quell.security.audit.AuditQuery;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

class TreatmentsPageTests extends ConsolePageTests {

    private final Path sounds = SOUNDS;

    @Autowired
    AuditLog log;

    private String upload(Role role, String prompt, byte[] file) throws Exception {
        MockMultipartHttpServletRequestBuilder form = multipart("/treatments");
        form.file(new MockMultipartFile("file", "mine.wav", "audio/wav", file))
                .param("voice", "en")
                .param("prompt", prompt)
                .session(signedIn(role))
                .with(csrf());
        MockHttpServletResponse answer = mvc.perform(form).andReturn().getResponse();
        return answer.getStatus() == 302 ? String.valueOf(answer.getRedirectedUrl()) : "" + answer.getStatus();
    }

    @Test
    void linesScriptsAndRecordingsAreShownWithWhereTheyComeFrom() throws Exception {
        assertThat(html("/treatments"))
                .contains("all other numbers", "shipped default", "crisis: { numbers: [&quot;12355&quot;")
                .contains("Waits 6 s, and listens", "Then every 20 s", "analysis-wait", "Hello, can you hear me?")
                .contains("src=\"/treatments/audio?voice=en&amp;prompt=listen-1&amp;at=")
                .contains("default-line: { profile: standard, listen: suspects, blocked: deter }");
        assertThat(html("/treatments?lang=zh")).contains("您好，听得到吗？", "劝退队列", "出厂默认");
    }

    @Test
    void aRecordingIsHeardAndNothingElseIsReadThroughItsName() throws Exception {
        MockHttpServletResponse wav = page(Role.AUDITOR, "/treatments/audio?voice=zh&prompt=digits/0");
        assertThat(wav.getStatus()).isEqualTo(200);
        assertThat(wav.getContentType()).isEqualTo("audio/wav");
        assertThat(wav.getContentAsByteArray()).startsWith("RIFF".getBytes(StandardCharsets.US_ASCII));
        for (String name : new String[] {"../../manifest", "nothing", "..%2f..%2fen%2fquell%2fgreeting"}) {
            assertThat(page(Role.ADMIN, "/treatments/audio?voice=zh&prompt=" + name)
                            .getStatus())
                    .isEqualTo(404);
        }
        assertThat(page(Role.ADMIN, "/treatments/audio?voice=..&prompt=greeting")
                        .getStatus())
                .isEqualTo(404);
        assertThat(page(Role.AGENT, "/treatments/audio?voice=zh&prompt=greeting")
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void aRecordingIsPutInPlaceNotedAndBroughtBack() throws Exception {
        byte[] shipped = Files.readAllBytes(sounds.resolve("en/quell/challenge.wav"));

        assertThat(upload(Role.ADMIN, "challenge", Waves.spoken(44_100, 2, 2)))
                .isEqualTo("/treatments?done=taken&prompt=challenge");
        assertThat(Files.readAllBytes(sounds.resolve("en/quell/challenge.wav"))).isNotEqualTo(shipped);
        AuditEntry entry = log.page(AuditQuery.newest(1)).getFirst();
        assertThat(entry.deed()).isEqualTo(Deed.TREATMENT_CHANGED);
        assertThat(entry.subject()).isEqualTo("prompt en/challenge");
        assertThat(entry.after()).isEqualTo("a recording of 2.3 s, -17.0 dBFS, brought to -20.0 dBFS");

        String html = html("/treatments?done=taken&prompt=challenge");
        assertThat(html).contains("challenge: the recording is in its place.", "1 earlier one");
        String put = html.replaceAll("(?s).*name=\"put\" value=\"([0-9]+)\".*", "$1");
        assertThat(page(Role.ADMIN, "/treatments/audio?voice=en&prompt=challenge&put=" + put)
                        .getContentAsByteArray())
                .isEqualTo(shipped);
        assertThat(submit(Role.ADMIN, "/treatments/back", "voice", "en", "prompt", "challenge", "put", put)
                        .getRedirectedUrl())
                .isEqualTo("/treatments?done=back&prompt=challenge");
        assertThat(Files.readAllBytes(sounds.resolve("en/quell/challenge.wav"))).isEqualTo(shipped);
    }

    @Test
    void whatCannotBeUsedIsRefusedWithTheReason() throws Exception {
        assertThat(upload(Role.ADMIN, "greeting", "ID3 no wav".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("/treatments?fault=NOT_WAV&prompt=greeting&is=0.0");
        assertThat(upload(Role.ADMIN, "listen-1", Waves.spoken(16_000, 1, 4)))
                .isEqualTo("/treatments?fault=TOO_LONG&prompt=listen-1&is=4.3");
        assertThat(upload(Role.ADMIN, "greeting", new byte[0])).isEqualTo("/treatments?fault=NO_FILE&prompt=greeting");
        assertThat(upload(Role.ADMIN, "greeting", new byte[(11 << 20) + 1]))
                .isEqualTo("/treatments?fault=TOO_BIG&prompt=greeting");
        assertThat(upload(Role.ADMIN, "sit", Waves.spoken(16_000, 1, 1)))
                .isEqualTo("/treatments?fault=TONE&prompt=sit");
        assertThat(upload(Role.ADMIN, "../x", Waves.spoken(16_000, 1, 1)))
                .isEqualTo("/treatments?fault=GONE&prompt=..%2Fx");
        assertThat(html("/treatments?fault=TOO_LONG&prompt=listen-1&is=4.3"))
                .contains("listen-1: ", "It lasts 4.3 s, longer than this recording may be.");
        assertThat(html("/treatments?fault=TOO_LONG&prompt=%3Cb%3E&is=%3Cscript%3E"))
                .doesNotContain("<b>", "&lt;b&gt;");
    }

    @Test
    void onlyWhoeverMayTreatPutsRecordingsInPlace() throws Exception {
        assertThat(upload(Role.SECURITY, "greeting", Waves.spoken(16_000, 1, 1)))
                .isEqualTo("403");
        assertThat(page(Role.SECURITY, "/treatments").getContentAsString()).doesNotContain("type=\"file\"");
        MockMultipartHttpServletRequestBuilder stranger = multipart("/treatments");
        stranger.file(new MockMultipartFile("file", "x", "text/plain", new byte[10]))
                .with(csrf())
                .contentType("multipart/form-data; boundary=x");
        assertThat(mvc.perform(stranger).andReturn().getResponse().getStatus()).isEqualTo(403);
    }

    @Test
    void theDialplanIsLookedAtInTheBackground() throws Exception {
        assertThat(submit(Role.AUDITOR, "/treatments/check").getRedirectedUrl()).isEqualTo("/treatments#check");
        await().untilAsserted(() -> assertThat(html("/treatments/check"))
                .contains("quell.ami.servers names none", "warning")
                .doesNotContain("hx-trigger"));
    }
}
