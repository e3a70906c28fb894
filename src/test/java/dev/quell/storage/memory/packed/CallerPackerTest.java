package dev.quell.storage.memory.packed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.Conduct;
import dev.quell.call.Disturbance;
import dev.quell.call.HangupSide;
import dev.quell.call.IncomingCall;
import dev.quell.call.Profile;
import dev.quell.history.CallerProfile;
import dev.quell.history.CallerRecord;
import dev.quell.history.PastCall;
import dev.quell.history.PastFlag;
import dev.quell.storage.Calls;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerPackerTest {

    private static final Instant NOW = Calls.NOW;
    private static final CallerRecord STRANGER = new CallerRecord(List.of(), List.of());

    private final CallerPacker packer = new CallerPacker();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverIsPackedComesOutTheSame(long seed) {
        RandomCallers callers = new RandomCallers(seed);
        for (int i = 0; i < 400; i++) {
            CallerRecord caller = callers.caller(40);

            assertThat(packer.unpack(packer.pack(caller))).isEqualTo(caller);
        }
    }

    /** Each step is told to a plain record and to a packed one. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void packedCallerTakesCallsInAsAPlainOneDoes(long seed) {
        Random random = new Random(seed);
        CallerRecord plain = new CallerRecord(
                List.of(),
                List.of(PastFlag.whole(NOW, "PJSIP/1001", "abuse"), new PastFlag(NOW, "PJSIP/1002", "", 0.5)));
        byte[] packed = packer.pack(plain);
        for (int i = 0; i < 1_500; i++) {
            IncomingCall call = call(random);
            if (random.nextBoolean()) {
                Set<Disturbance> around = random.nextInt(4) == 0 ? Set.of(Disturbance.FLOOD) : Set.of();
                plain = plain.arrived(call, around);
                packed = packer.arrived(packed, call, around);
            } else {
                Instant end = call.arrivedAt().plusMillis(random.nextInt(200_000) - 1_000);
                plain = plain.ended(call, end, Duration.ofSeconds(7), HangupSide.CALLER, CallOutcome.SHORT, Set.of());
                packed = packer.ended(
                        packed, call, end, Duration.ofSeconds(7), HangupSide.CALLER, CallOutcome.SHORT, Set.of());
            }
            assertThat(packer.unpack(packed)).isEqualTo(plain);
        }
        assertThat(plain.calls()).hasSize(CallerProfile.MAX_CALLS);
    }

    /** Of 1,200 calls that come within 20 minutes, several in one second and not always in order, some told with two arrivals. */
    private static IncomingCall call(Random random) {
        int n = random.nextInt(1_200);
        int later = random.nextInt(8) == 0 ? random.nextInt(14) : 0;
        return Calls.incoming(n, Calls.CALLER, NOW.plusMillis(n * 1_000L + n * 37L % 3_000 + later * 1_000L));
    }

    @Test
    void strangerTakesNoBytes() {
        assertThat(packer.pack(STRANGER)).isEmpty();
        assertThat(packer.unpack(packer.pack(STRANGER))).isEqualTo(STRANGER);
    }

    @Test
    void firstCallOfAStrangerIsTakenIn() {
        byte[] packed = packer.arrived(packer.pack(STRANGER), Calls.incoming(1), Set.of(Disturbance.TRUNK_FAULT));

        assertThat(packer.unpack(packed))
                .isEqualTo(STRANGER.arrived(Calls.incoming(1), Set.of(Disturbance.TRUNK_FAULT)));
    }

    @Test
    void timesAreKeptToTheMillisecondAsTheLogKeepsThem() {
        PastCall call = ordinary(NOW.plusNanos(999_999));

        assertThat(packer.unpack(packer.pack(new CallerRecord(List.of(call), List.of())))
                        .calls())
                .containsExactly(ordinary(NOW));
    }

    @Test
    void ordinaryCallTakesFewBytesOnceItsWordsAreKnown() {
        List<PastCall> two = List.of(ordinary(NOW), ordinary(NOW.plus(Duration.ofDays(30))));
        packer.pack(new CallerRecord(two, List.of()));

        assertThat(packer.pack(new CallerRecord(two, List.of()))).hasSizeLessThanOrEqualTo(52);
    }

    @Test
    void wordThatIsMetOnceIsWrittenOutAndGetsNoNumber() {
        Vocabulary words = new Vocabulary(2);
        List<Integer> sizes = new ArrayList<>();
        for (String word : List.of("one", "one", "one", "two", "three", "three", "four", "four", "four")) {
            PackWriter out = new PackWriter();
            words.write(word, out);
            sizes.add(out.bytes().length);
            assertThat(words.read(new PackReader(out.bytes()))).isEqualTo(word);
        }

        assertThat(words.size()).isEqualTo(2);
        assertThat(sizes).containsExactly(5, 1, 1, 5, 7, 1, 6, 6, 6);
    }

    @Test
    void longWordNeverGetsANumber() {
        Vocabulary words = new Vocabulary(8);
        for (int i = 0; i < 3; i++) {
            words.write("a".repeat(257), new PackWriter());
            words.write("a".repeat(256), new PackWriter());
        }

        assertThat(words.size()).isEqualTo(1);
    }

    private static PastCall ordinary(Instant at) {
        return new PastCall(
                new CallId("pbx", at.getEpochSecond() + ".123456"),
                at,
                "4001",
                Profile.STANDARD,
                "carrier",
                "198.51.100.7|Dialler/2.1|alaw",
                Attestation.NONE,
                Duration.ofSeconds(42),
                Duration.ofSeconds(40),
                HangupSide.CALLER,
                CallOutcome.SILENT,
                Set.of(Conduct.HARDLY_SPOKE));
    }
}
