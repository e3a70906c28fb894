package dev.quell.simulation.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.HangupSide;
import dev.quell.call.Line;
import dev.quell.call.Profile;
import dev.quell.call.WayStep;
import dev.quell.classifier.Action;
import dev.quell.flag.FlagReason;
import dev.quell.simulation.Simulation;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallPlayerTest {

    private static final Line STANDARD = Line.standard("100");
    private static final Line PROTECTED =
            new Line("120", "crisis", Profile.PROTECTED, STANDARD.listen(), STANDARD.blocked());
    private static final Duration TALK = Duration.ofMinutes(2);

    private final CallPlayer player = new CallPlayer(Simulation.usualTreatment());

    private Course play(Manner manner, Line line, Action action, boolean blocked) {
        return player.play(manner, line, Desk.of(1001, 5), action, blocked, new Dice(7));
    }

    private Course play(Manner manner, Action action) {
        return play(manner, STANDARD, action, false);
    }

    private static String way(Course course) {
        return course.way().stream().map(WayStep::name).collect(Collectors.joining("-"));
    }

    private static Manner talker() {
        return Manner.talking(TALK).flaggedBy(0).pressing(0);
    }

    @ParameterizedTest
    @CsvSource({
        "SPEECH, FULL, LISTEN, LISTEN-RESCUED_SPEECH-QUEUE",
        "TONES, FULL, LISTEN, LISTEN-RESCUED_SPEECH-QUEUE",
        "DEAD_SILENCE, FULL, LISTEN, LISTEN-RELEASE",
        "NOISE, FULL, LISTEN, LISTEN-NOISE-QUEUE",
        "SPEECH, NONE, LISTEN, LISTEN-NO_MEDIA",
        "SPEECH, FULL, CHALLENGE, CHALLENGE-RESCUED_SPEECH-QUEUE",
        "DEAD_SILENCE, FULL, CHALLENGE, CHALLENGE-PASSED-QUEUE",
        "SPEECH, FULL, DETER, DETER-LEFT",
        "SPEECH, FULL, REJECT, REJECT",
        "SPEECH, FULL, PASS, PASS",
        "SPEECH, FULL, TAG, TAG"
    })
    void treatmentGoesItsWay(Sound sound, Media media, Action action, String way) {
        Manner manner = talker().sounding(sound).over(media);
        // No packets, nothing heard: the media decide, not the voice.
        Manner played = media == Media.NONE ? manner.sounding(Sound.DEAD_SILENCE) : manner;

        assertThat(way(play(played, action))).isEqualTo(way);
    }

    @ParameterizedTest
    @CsvSource({"DEAD_SILENCE, LISTEN-NOT_HEARD-QUEUE, false", "SPEECH, LISTEN-RESCUED_SPEECH-QUEUE, true"})
    void nobodyIsReleasedOnAProtectedLine(Sound sound, String way, boolean spoke) {
        Course course = play(talker().sounding(sound), PROTECTED, Action.LISTEN, false);

        assertThat(way(course)).isIn(way, "LISTEN-RELEASE-QUEUE");
        assertThat(course.reachedAgent()).isTrue();
        assertThat(course.talk().total().isPositive()).isEqualTo(spoke);
    }

    @Test
    void keyLeavesTheDeterrentQueueForTheAgentsButNotWhileBlocked() {
        Manner presses = talker().pressing(1);

        assertThat(way(play(presses, STANDARD, Action.DETER, false))).isEqualTo("DETER-KEY-REDRESS-QUEUE");
        assertThat(way(play(presses, STANDARD, Action.DETER, true))).isEqualTo("DETER-KEY-REDRESS");
    }

    @Test
    void silentCallerIsLetGoByTheAgent() {
        Course course = play(
                Manner.silent(Duration.ofMinutes(5))
                        .sounding(Sound.DEAD_SILENCE)
                        .flaggedBy(0),
                Action.PASS);

        assertThat(course.side()).isEqualTo(HangupSide.OTHER);
        assertThat(course.withAgent().orElseThrow()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(22));
        assertThat(course.packets()).isEqualTo(course.answered().toMillis() / 20);
        assertThat(course.talk().soundless()).isTrue();
    }

    @Test
    void whoeverHangsUpOnAVoiceIsGoneWithinTwoSeconds() {
        Course course = play(Manner.silent(TALK).leavingOnVoice(), Action.PASS);

        assertThat(course.side()).isEqualTo(HangupSide.CALLER);
        assertThat(course.withAgent().orElseThrow()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void impatientCallerReachesNobody() {
        Course course = play(talker().waiting(Duration.ofSeconds(1)), Action.PASS);

        assertThat(course.reachedAgent()).isFalse();
        assertThat(course.lasted()).hasSeconds(1);
        assertThat(course.answered()).isZero();
        assertThat(course.side()).isEqualTo(HangupSide.CALLER);
    }

    @Test
    void flagMovesTheCallerAway() {
        Course abuse = play(talker().flaggedBy(1), Action.PASS);
        Course silent = play(Manner.silent(TALK).sounding(Sound.DEAD_SILENCE).flaggedBy(1), Action.PASS);

        assertThat(way(abuse)).isEqualTo("PASS-FLAG-DETER-LEFT");
        assertThat(abuse.flag().orElseThrow().reason()).isIn(FlagReason.ABUSE, FlagReason.PRANK);
        assertThat(way(silent)).isEqualTo("PASS-FLAG-LISTEN-RELEASE");
        assertThat(silent.flag().orElseThrow().reason()).isEqualTo(FlagReason.SILENT);
    }

    @Test
    void recordingSpeaksAtOnceAndForLong() {
        Course course = play(Manner.silent(TALK).sounding(Sound.PLAYBACK).flaggedBy(0), Action.LISTEN);

        assertThat(course.talk().opening().orElseThrow().after()).isLessThan(Duration.ofMillis(300));
        assertThat(course.talk().opening().orElseThrow().lasted()).isGreaterThan(Duration.ofSeconds(5));
    }

    @Test
    void quietCallerIsMissedByFourInAHundred() {
        Dice dice = new Dice(3);
        Manner quiet = talker().sounding(Sound.QUIET_SPEECH);
        long released = 0;
        for (int i = 0; i < 2000; i++) {
            Course course = player.play(quiet, STANDARD, Desk.of(1001, 5), Action.LISTEN, false, dice);
            released += course.way().contains(WayStep.RELEASE) ? 1 : 0;
        }
        assertThat(released).isBetween(60L, 100L);
    }
}
