package dev.quell.prompt.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.quell.prompt.audio.AudioFault.Why;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelephoneTest {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static void refused(Sound sound, Why why, double is) {
        assertThatThrownBy(() -> Telephone.of(sound, LONGEST)).isInstanceOfSatisfying(AudioFault.class, fault -> {
            assertThat(fault.why()).isEqualTo(why);
            assertThat(fault.is()).isEqualTo(is, within(0.1));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000})
    void everyRateComesOutAtOneLevelAndOneLength(int rate) throws AudioFault {
        Telephone.Made made = Telephone.of(Waves.sine(rate, 2, 440, 0.05), LONGEST);

        assertThat(made.before().rms()).isEqualTo(-29.0, within(0.1));
        assertThat(made.after().rms()).isEqualTo(Telephone.LEVEL, within(0.1));
        assertThat(made.length()).isCloseTo(Duration.ofMillis(2300), Duration.ofMillis(10));
        Sound wav = WavReader.read(Objects.requireNonNull(made.files().get("wav")));
        assertThat(wav.rate()).isEqualTo(8_000);
        assertThat(made.files().keySet()).containsExactly("wav", "sln16", "alaw", "ulaw");
        assertThat(made.files().get("sln16")).hasSizeBetween(wav.size() * 4 - 2, wav.size() * 4 + 2);
        assertThat(made.files().get("alaw")).hasSize(wav.size());
        assertThat(made.files().get("ulaw")).hasSize(wav.size());
    }

    @Test
    void silenceAtTheEndsIsTakenAwayAndALittleIsPutBack() throws AudioFault {
        Sound late = Waves.sound(16_000, 6, i -> i < 32_000 || i > 48_000 ? 0 : 0.3 * Math.sin(i * 0.2));

        assertThat(Telephone.of(late, LONGEST).length()).isCloseTo(Duration.ofMillis(1340), Duration.ofMillis(15));
    }

    @Test
    void whatTheTelephoneCannotCarryIsTakenOutAndDoesNotFoldBack() throws AudioFault {
        Sound mixed = Waves.sound(
                48_000,
                1,
                i -> 0.2 * Math.sin(2 * Math.PI * 440 * i / 48_000) + 0.2 * Math.sin(2 * Math.PI * 7_440 * i / 48_000));
        Sound narrow = Resampler.to(8_000, mixed);

        // 7,440 Hz would come back as 560 Hz.
        assertThat(tone(narrow, 560)).isLessThan(0.001);
        assertThat(tone(narrow, 440)).isEqualTo(0.2, within(0.004));
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 11_025, 22_050, 44_100, 44_101, 47_999, 96_000, 191_999})
    void aToneComesThroughAtAnyRate(int rate) {
        Sound wide = Resampler.to(16_000, Waves.sine(rate, 1, 1_000, 0.2));

        assertThat(tone(wide, 1_000)).isEqualTo(0.2, within(0.001));
        assertThat(tone(wide, 3_000)).isLessThan(0.0005);
    }

    @Test
    void whatIsTooLongAtItsOwnRateIsNotBroughtToAnother() {
        refused(Waves.sine(44_100, 10.1, 440, 0.2), Why.TOO_LONG, 10.1);
    }

    /** How much of a frequency there is, by the Goertzel sum over the middle. */
    private static double tone(Sound sound, double hertz) {
        double real = 0;
        double imaginary = 0;
        int from = sound.size() / 4;
        int count = sound.size() / 2;
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * hertz * i / sound.rate();
            real += sound.at(from + i) * Math.cos(angle);
            imaginary += sound.at(from + i) * Math.sin(angle);
        }
        return 2 * Math.hypot(real, imaginary) / count;
    }

    @Test
    void aHumAndAConstantAreTakenOut() {
        Sound hum = Waves.sound(16_000, 2, i -> 0.3 + 0.3 * Math.sin(2 * Math.PI * 50 * i / 16_000));
        Sound clean = Rumble.without(hum);

        assertThat(tone(clean, 50)).isLessThan(0.06);
        assertThat(tone(Rumble.without(Waves.sine(16_000, 2, 440, 0.3)), 440)).isEqualTo(0.3, within(0.01));
    }

    @Test
    void theLastGoodLevelIsTakenAndTheNextRefused() throws AudioFault {
        double limit = Math.sqrt(2) * Loudness.factor(-50);

        assertThat(Telephone.of(Waves.sine(16_000, 1, 440, limit * 1.01), LONGEST)
                        .after()
                        .rms())
                .isEqualTo(Telephone.LEVEL, within(0.1));
        refused(Waves.sine(16_000, 1, 440, limit * 0.99), Why.TOO_QUIET, -50.1);
        refused(Waves.sound(16_000, 1, i -> 0), Why.TOO_QUIET, Loudness.SILENCE);
    }

    @Test
    void distortionIsTold() {
        refused(Waves.sound(16_000, 1, i -> Math.clamp(3 * Math.sin(i * 0.2), -1, 1)), Why.CLIPPED, 78.4);
    }

    @Test
    void theLengthMustFitThePrompt() throws AudioFault {
        assertThat(Telephone.of(Waves.sine(16_000, 4.65, 440, 0.2), LONGEST).length())
                .isLessThanOrEqualTo(LONGEST);
        refused(Waves.sine(16_000, 4.8, 440, 0.2), Why.TOO_LONG, 5.1);
        refused(Waves.sine(16_000, 0.24, 440, 0.2), Why.TOO_SHORT, 0.2);
    }

    @Test
    void aKnockThatIsFarLouderThanTheVoiceIsTold() {
        Sound knock = Waves.sound(16_000, 3, i -> (i > 20_000 && i < 20_030 ? 0.9 : 0.01) * Math.sin(i * 0.2));

        assertThatThrownBy(() -> Telephone.of(knock, LONGEST))
                .isInstanceOfSatisfying(
                        AudioFault.class, fault -> assertThat(fault.why()).isEqualTo(Why.UNEVEN));
    }
}
