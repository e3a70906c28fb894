package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.evidence.Holds;
import dev.quell.evidence.custody.Custody;
import dev.quell.evidence.desk.KeptPack;
import dev.quell.evidence.desk.LogDesk;
import dev.quell.evidence.desk.LogWork;
import dev.quell.evidence.desk.PackDesk;
import dev.quell.evidence.desk.PackWork;
import dev.quell.evidence.pack.PackCheck;
import dev.quell.evidence.pack.PackFinding;
import dev.quell.evidence.pack.Packs;
import dev.quell.security.audit.AuditEntry;
import dev.quell.security.audit.AuditLog;
import dev.quell.security.audit.AuditQuery;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

class EvidencePageTests extends ConsolePageTests {

    private static final String HOSTILE = "<b>Wang</b> ${7*7}";

    @TempDir
    Path directory;

    @Autowired
    PackDesk desk;

    @Autowired
    LogDesk log;

    @Autowired
    Packs packs;

    @Autowired
    Custody custody;

    @Autowired
    Holds holds;

    @Autowired
    AuditLog audit;

    @AfterEach
    void emptyShelf() {
        await().until(() -> desk.work().filter(PackWork::running).isEmpty());
        desk.kept().forEach(desk::delete);
        log.cancel();
        await().until(() -> log.work().filter(LogWork::running).isEmpty());
    }

    private String today() {
        return LocalDate.now(clock.withZone(ZoneId.systemDefault())).toString();
    }

    private MockHttpServletResponse order(Role role, String source, String who, String reason) throws Exception {
        return submit(
                role,
                "/evidence/packs",
                "source",
                source,
                "from",
                today(),
                "to",
                today(),
                "who",
                who,
                "file",
                "A-118",
                "reason",
                reason,
                "language",
                "en");
    }

    private KeptPack made(String who) throws Exception {
        assertThat(order(Role.SECURITY, Scene.SILENT, who, "silent calls").getRedirectedUrl())
                .isEqualTo("/evidence?done=making#packs");
        await().until(() -> desk.work().filter(PackWork::running).isEmpty());
        assertThat(desk.work().orElseThrow().fault()).isEmpty();
        return desk.kept().getFirst();
    }

    private AuditEntry noted(Deed deed) {
        return audit.page(new AuditQuery(
                        Optional.empty(),
                        Optional.of(deed),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        1))
                .getFirst();
    }

    @Test
    void whatAPackWouldHoldIsShownBeforeItIsMade() throws Exception {
        String html = html("/evidence?source=13900000001&span=7d");

        assertThat(html)
                .contains(">+8613900000001</strong>", "<strong class=\"num\">6</strong> <span>calls</span>")
                .contains("agents’ flags", "no recordings", "action=\"/evidence/packs\"");
        assertThat(html("/evidence?source=%2B1390000*&lang=en")).contains("There are no calls of this source");
        assertThat(html("/evidence")).doesNotContain("action=\"/evidence/packs\"");
        assertThat(html("/evidence?lang=zh")).contains("证据包", "法律保全", "哈希链", "监管链");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "source=nobody",
                "source=withheld",
                "source=%2B86*",
                "source=13900000001&from=2026-11-22&to=2026-11-21"
            })
    void whatIsNoSourceOrNoPeriodIsMarked(String query) throws Exception {
        assertThat(html("/evidence?" + query)).contains("This can be no source or no period");
    }

    @Test
    void aPackIsMadeHandedOutAndHolds() throws Exception {
        KeptPack kept = made(HOSTILE);

        String html = html("/evidence");
        assertThat(html)
                .contains("The pack is made", "No. " + kept.note(), kept.sha256(), "A-118: silent calls")
                .contains("&lt;b&gt;Wang&lt;/b&gt; ${7*7}")
                .doesNotContain("<b>Wang");
        assertThat(noted(Deed.EVIDENCE_MADE).who()).isEqualTo("security");

        MockHttpServletResponse taken =
                submit(Role.SECURITY, "/evidence/packs/" + kept.note() + "/take", "who", "Officer Li");
        assertThat(taken.getStatus()).isEqualTo(200);
        assertThat(taken.getContentType()).isEqualTo("application/zip");
        assertThat(taken.getHeader("Cache-Control")).contains("no-store");
        Path file = Files.write(directory.resolve("pack.zip"), taken.getContentAsByteArray());
        assertThat(PackCheck.of(file, Optional.of(packs.fingerprint()))).allMatch(PackFinding::holds);
        assertThat(custody.handings(List.of(kept.note())))
                .singleElement()
                .satisfies(note -> assertThat(List.of(note.sha256(), note.who(), note.by(), "" + note.bytes()))
                        .containsExactly(kept.sha256(), "Officer Li", "security", "" + kept.bytes()));
        assertThat(noted(Deed.EVIDENCE_TAKEN).after())
                .isEqualTo("Officer Li: pack " + kept.note() + ", SHA-256 " + kept.sha256());
        assertThat(html("/evidence")).contains("to Officer Li, ");
    }

    @Test
    void aPackThatWaitsIsCheckedAndAChangeOfItIsTold() throws Exception {
        KeptPack kept = made("Wang");
        String check = "/evidence/packs/" + kept.note() + "/check";

        assertThat(submit(Role.AUDITOR, check).getRedirectedUrl()).isEqualTo("/evidence?done=checking#packs");
        await().until(() -> desk.work().filter(PackWork::running).isEmpty());
        assertThat(html("/evidence/packs")).contains("The pack is as it was made", "no file was changed");
        assertThat(noted(Deed.EVIDENCE_CHECKED).after()).isEqualTo("pack " + kept.note() + ": holds");

        byte[] bytes = Files.readAllBytes(kept.file());
        bytes[bytes.length / 2] ^= 1;
        Files.write(kept.file(), bytes);
        submit(Role.SECURITY, check);
        await().until(() -> desk.work().filter(PackWork::running).isEmpty());
        assertThat(html("/evidence/packs")).contains("The pack is NOT as it was made", "its SHA-256 is another");
        assertThat(html("/evidence/packs?lang=zh")).contains("校验不通过，证据包已被改动");
        assertThat(noted(Deed.EVIDENCE_CHECKED).after()).startsWith("pack " + kept.note() + ": does not hold");
    }

    @Test
    void aPackIsDeletedAndItsNotesStay() throws Exception {
        KeptPack kept = made("Wang");
        String path = "/evidence/packs/" + kept.note();

        assertThat(submit(Role.SECURITY, path + "/delete").getRedirectedUrl())
                .isEqualTo("/evidence?done=deleted#packs");
        assertThat(kept.file()).doesNotExist();
        assertThat(noted(Deed.EVIDENCE_DELETED).before()).contains(kept.sha256());
        assertThat(html("/evidence")).contains("No. " + kept.note()).doesNotContain(path + "/take");
        for (String deed : List.of("/delete", "/check")) {
            assertThat(submit(Role.SECURITY, path + deed).getRedirectedUrl()).isEqualTo("/evidence?fault=GONE#packs");
        }
        assertThat(submit(Role.SECURITY, path + "/take", "who", "Li").getHeader("Location"))
                .isEqualTo("/evidence?fault=GONE#packs");
        assertThat(custody.handings(List.of(kept.note()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', silent, 'name=\"who\"'",
        "Wang, '', 'name=\"reason\"'",
    })
    void aFieldThatIsMissingIsMarkedAndTheRestStays(String who, String reason, String field) throws Exception {
        MockHttpServletResponse answer = order(Role.ADMIN, Scene.SILENT, who, reason);

        String html = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(html).contains("The marked fields cannot be", "value=\"A-118\"");
        assertThat(html.substring(html.indexOf("class=\"order\"")))
                .containsPattern(field + "[^>]*aria-invalid=\"true\"");
        assertThat(desk.kept()).isEmpty();
    }

    @Test
    void nothingIsMadeOfNoCalls() throws Exception {
        assertThat(order(Role.ADMIN, "+4930123456", "Wang", "x").getContentAsString(StandardCharsets.UTF_8))
                .contains("There are no calls of this source");
        assertThat(custody.packs(Long.MAX_VALUE, 100))
                .noneMatch(note -> note.order().orElseThrow().source().equals("+4930123456"));
    }

    @Test
    void aHoldIsMadeShownOnTheSourceAndEnded() throws Exception {
        assertThat(submit(
                                Role.SECURITY,
                                "/evidence/holds",
                                "source",
                                "139 0000 0001",
                                "author",
                                HOSTILE,
                                "file",
                                "A-118",
                                "reason",
                                "open case")
                        .getRedirectedUrl())
                .isEqualTo("/evidence?done=held#holds");

        long id = holds.all().getFirst().id();
        assertThat(holds.all().getFirst().reason()).isEqualTo("A-118: open case");
        String html = html("/evidence");
        assertThat(html)
                .contains("href=\"/sources/" + Scene.SILENT + "\"", "A-118: open case", "until somebody ends it")
                .contains("no call beyond its time yet", "<span class=\"sub foreign\">security</span>")
                .doesNotContain("<b>Wang");
        assertThat(html("/sources/" + Scene.SILENT)).contains("On legal hold", "A-118: open case");
        assertThat(html("/sources/" + Scene.BLOCKED)).doesNotContain("On legal hold");
        assertThat(noted(Deed.HOLD_CHANGED).subject()).isEqualTo(Scene.SILENT);

        String path = "/evidence/holds/" + id + "/release";
        assertThat(submit(Role.SECURITY, path, "author", "Li", "reason", " ").getRedirectedUrl())
                .isEqualTo("/evidence?fault=REASON#holds");
        assertThat(submit(Role.SECURITY, path, "author", "Li", "reason", "closed")
                        .getRedirectedUrl())
                .isEqualTo("/evidence?done=released#holds");
        assertThat(html("/evidence")).contains("Holds that ended", "Li: closed");
        assertThat(submit(Role.SECURITY, path, "author", "Li", "reason", "closed")
                        .getRedirectedUrl())
                .isEqualTo("/evidence?fault=GONE#holds");
    }

    @ParameterizedTest
    @CsvSource({
        "nobody, '', '', '', source",
        "'', '', '', '', source",
        "13900000001, 2026-02-02, 2026-02-01, '', from",
        "13900000001, '', '', 2026-01-01, until",
        "13900000001, yesterday, '', '', from",
    })
    void aHoldThatCannotBeIsMarkedAndNotMade(String source, String from, String to, String until, String field)
            throws Exception {
        int before = holds.all().size();

        String html = submit(
                        Role.ADMIN,
                        "/evidence/holds",
                        "source",
                        source,
                        "from",
                        from,
                        "to",
                        to,
                        "until",
                        until,
                        "author",
                        "Wang",
                        "reason",
                        "open")
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(html.substring(html.indexOf("id=\"hold-form\"")))
                .containsPattern("name=\"" + field + "\"[^>]*aria-invalid=\"true\"")
                .contains("value=\"Wang\"");
        assertThat(holds.all()).hasSize(before);
    }

    @Test
    void aHoldOnAllCallersIsAskedForInWords() throws Exception {
        submit(Role.ADMIN, "/evidence/holds", "source", "+86138*", "all", "yes", "author", "W", "reason", "x");
        assertThat(holds.all()).noneMatch(hold -> hold.reason().equals("x"));

        submit(Role.ADMIN, "/evidence/holds", "source", "", "all", "yes", "author", "W", "reason", "x");
        assertThat(holds.all().getFirst().source()).isEmpty();
        assertThat(html("/evidence")).contains("<strong>All callers</strong>");
        holds.release(
                holds.all().getFirst().id(),
                "W",
                "over",
                "test",
                holds.all().getFirst().madeAt());
    }

    @Test
    void theLogIsVerifiedInTheBackgroundAndTheResultStays() throws Exception {
        assertThat(html("/evidence")).contains("The chain over the call log", packs.fingerprint());

        assertThat(submit(Role.AUDITOR, "/evidence/log").getRedirectedUrl())
                .isEqualTo("/evidence?done=verifying#chain");
        await().until(() -> log.work().filter(LogWork::running).isEmpty());

        assertThat(log.work().orElseThrow().state()).isEqualTo(LogWork.State.DONE);
        String html = html("/evidence");
        assertThat(html)
                .contains("The call log is as it was taken in.", "Not compared with heads")
                .containsPattern("last verified [0-9: -]+ by auditor: it holds");
        assertThat(noted(Deed.LOG_CHECKED).after()).startsWith("holds: blocks to ");

        submit(
                Role.SECURITY,
                "/evidence/log",
                "heads",
                "CHAIN HEAD 2026-11-22T00:00:00Z sha256 " + "0".repeat(64) + " block {\"number\":1}");
        await().until(() -> log.work().filter(LogWork::running).isEmpty());
        assertThat(html("/evidence/log"))
                .contains("The call log is NOT as it was taken in: 1 fault.", "the line is damaged");
        assertThat(html("/evidence?lang=zh")).contains("通话日志已被改动：1 处异常", "不通过");
    }

    @Test
    void anAuditorSeesNumbersMaskedAndMakesNothing() throws Exception {
        KeptPack kept = made("Wang");
        submit(Role.ADMIN, "/evidence/holds", "source", Scene.SILENT, "author", "W", "reason", "about " + Scene.SILENT);

        MockHttpServletResponse answer = page(Role.AUDITOR, "/evidence");
        String html = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(html)
                .contains("No. " + kept.note(), "/check", "Verify the whole log")
                .doesNotContain("13900000001", "/take", "/delete", "/release", "hold-form", "id=\"make\"");
        assertThat(page(Role.AUDITOR, "/evidence?source=" + Scene.SILENT).getContentAsString(StandardCharsets.UTF_8))
                .as("what a pack would hold tells of a number")
                .doesNotContain("class=\"counts\"");
        for (String path : List.of(
                "/evidence/packs",
                "/evidence/holds",
                "/evidence/holds/1/release",
                "/evidence/packs/1/take",
                "/evidence/packs/1/delete")) {
            assertThat(submit(Role.AUDITOR, path, "who", "x").getStatus())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(page(Role.AGENT, "/evidence").getStatus()).isEqualTo(403);
        assertThat(submit(Role.AGENT, "/evidence/log").getStatus()).isEqualTo(403);
        holds.release(
                holds.all().getFirst().id(),
                "W",
                "over",
                "test",
                holds.all().getFirst().madeAt());
    }

    @Test
    void aSourceAndACallLeadHere() throws Exception {
        assertThat(html("/sources/" + Scene.SILENT))
                .contains("href=\"/evidence?source=%2B8613900000001&amp;span=30d#make\"");
        assertThat(html("/calls/pbx:1763800000.6")).containsPattern("href=\"/evidence\\?source=[^\"]+#make\"");
        assertThat(html("/sources/withheld")).doesNotContain("/evidence?source");
        assertThat(page(Role.AUDITOR, "/sources/withheld").getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("/evidence?source");
    }
}
