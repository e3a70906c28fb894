package dev.quell.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.quell.doctor.finding.Finding;
import dev.quell.doctor.finding.Findings;
import dev.quell.doctor.finding.Level;
import dev.quell.doctor.finding.Skew;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExaminationTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Findings findings = new Findings().at("clock");

    private Examination examination() {
        return new Examination(findings.all());
    }

    @Test
    void theWorstFindingIsTheStatus() {
        findings.ok("fine");
        assertThat(examination().status()).isZero();
        findings.skipped("not seen", "look there");
        assertThat(examination().status()).as("what was not seen is no fault").isZero();
        findings.warn("late", "wait");
        assertThat(examination().status()).isEqualTo(1);
        findings.fault("gone", "start it");
        assertThat(examination().status()).isEqualTo(2);
    }

    @Test
    void eachFindingIsALineAndWhatToDoStandsBelow() {
        findings.ok("fine");
        findings.at("disk").fault("full", "make room");

        assertThat(examination().text().lines())
                .containsExactly(
                        "OK      clock  fine",
                        "FAULT   disk   full",
                        "               > make room",
                        "1 faults, 0 warnings.");
    }

    @Test
    void textFromElsewhereStaysOnItsLine() {
        findings.warn("it says \u001b[31mred\nOK all", "do\r\nit");

        assertThat(examination().findings())
                .containsExactly(new Finding("clock", Level.WARN, "it says ?[31mred?OK all", "do??it"));
        assertThat(examination().text().lines()).hasSize(3);
    }

    @Test
    void aProgramReadsTheSame() {
        findings.fault("a \"word\"", "do it");

        assertThat(examination().json().replaceAll("\\s+", " "))
                .isEqualTo(
                        "{ \"status\" : 2, \"findings\" : [ { \"check\" : \"clock\", \"level\" : \"FAULT\", \"found\" : \"a \\\"word\\\"\", \"todo\" : \"do it\" } ] }");
    }

    @Test
    void noFaultGoesWithoutWordsOnWhatToDo() {
        assertThatIllegalArgumentException().isThrownBy(() -> findings.fault("gone", " "));
    }

    @Test
    void clocksMayDifferByTwoSeconds() {
        Skew.look(findings, NOW.plusSeconds(2), NOW, "Redis's");
        Skew.look(findings, NOW.minusSeconds(2), NOW, "Redis's");
        assertThat(findings.all()).isEmpty();

        Skew.look(findings, NOW.minusMillis(2001), NOW, "Redis's");
        assertThat(findings.all())
                .extracting(Finding::found)
                .isEqualTo(List.of("Redis's clock is 2.0 s behind this machine's"));
    }
}
