package dev.quell.prompt.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.quell.prompt.audio.AudioFault.Why;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavReaderTest {

    private static void refused(byte[] file, Why why, double is) {
        assertThatThrownBy(() -> WavReader.read(file)).isInstanceOfSatisfying(AudioFault.class, fault -> {
            assertThat(fault.why()).isEqualTo(why);
            assertThat(fault.is()).isEqualTo(is);
        });
    }

    @Test
    void samplesOfEverySizeAreTheSameSound() throws AudioFault {
        byte[] eight = {(byte) 192, 64};
        byte[] sixteen = {0, 0x40, 0, (byte) 0xc0};
        byte[] twentyFour = {0, 0, 0x40, 0, 0, (byte) 0xc0};
        byte[] thirtyTwo = {0, 0, 0, 0x40, 0, 0, 0, (byte) 0xc0};
        byte[] real = ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(0.5f)
                .putFloat(-0.5f)
                .putFloat(Float.NaN)
                .array();

        for (Sound sound : new Sound[] {
            WavReader.read(Waves.wav(1, 1, 8000, 8, eight)),
            WavReader.read(Waves.wav(1, 1, 8000, 16, sixteen)),
            WavReader.read(Waves.wav(1, 1, 8000, 24, twentyFour)),
            WavReader.read(Waves.wav(1, 1, 8000, 32, thirtyTwo)),
            WavReader.read(Waves.wav(3, 1, 8000, 32, real)),
        }) {
            assertThat(sound.at(0)).isEqualTo(0.5);
            assertThat(sound.at(1)).isEqualTo(-0.5);
        }
        assertThat(WavReader.read(Waves.wav(3, 1, 8000, 32, real)).at(2)).isZero();
    }

    @Test
    void twoChannelsAreMixed() throws AudioFault {
        byte[] frames = {0, 0x40, 0, 0, 0, 0, 0, 0x20};

        Sound sound = WavReader.read(Waves.wav(1, 2, 44_100, 16, frames));

        assertThat(sound.size()).isEqualTo(2);
        assertThat(sound.at(0)).isEqualTo(0.25);
        assertThat(sound.at(1)).isEqualTo(0.125);
        assertThat(sound.rate()).isEqualTo(44_100);
    }

    @Test
    void otherChunksArePassedOverAndAnOpenLengthIsToTheEnd() throws AudioFault {
        byte[] plain = Waves.wav(1, 1, 8000, 16, new byte[1600]);
        ByteBuffer more = ByteBuffer.allocate(plain.length + 14).order(ByteOrder.LITTLE_ENDIAN);
        more.put(plain, 0, 12)
                .put("LIST".getBytes(StandardCharsets.US_ASCII))
                .putInt(5)
                .put(new byte[6])
                .put(plain, 12, plain.length - 12);
        assertThat(WavReader.read(more.array()).length()).isEqualTo(Duration.ofMillis(100));

        byte[] piped = plain.clone();
        Arrays.fill(piped, 40, 44, (byte) 0xff);
        assertThat(WavReader.read(piped).length()).isEqualTo(Duration.ofMillis(100));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 3, 8000, 16, CHANNELS, 3",
        "1, 0, 8000, 16, CHANNELS, 0",
        "1, 1, 7999, 16, RATE, 7999",
        "1, 1, 192001, 16, RATE, 192001",
        "1, 1, 8000, 12, BITS, 12",
        "3, 1, 8000, 64, BITS, 64",
        "6, 1, 8000, 8, NOT_PCM, 6",
        "85, 2, 44100, 16, NOT_PCM, 85",
    })
    void whatIsNotTakenIsNamedWithWhatItIs(int kind, int channels, int rate, int bits, Why why, double is) {
        refused(Waves.wav(kind, channels, rate, bits, new byte[24]), why, is);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID3\u0004 this is an MP3 file by its name a WAV", "OggS", "", "RIFF1234AVI LIST"})
    void anotherKindOfFileIsRecognisedWhateverItsName(String text) {
        refused(text.getBytes(StandardCharsets.ISO_8859_1), Why.NOT_WAV, 0);
    }

    @Test
    void aFileThatEndsEarlyIsTold() {
        byte[] whole = Waves.spoken(8000, 1, 1);
        refused(Arrays.copyOf(whole, whole.length - 1), Why.CUT_OFF, 0);
        refused(Arrays.copyOf(whole, 20), Why.CUT_OFF, 0);
        refused(Arrays.copyOf(whole, 12), Why.CUT_OFF, 0);
    }

    @Test
    void twoMinutesAreReadAndNoMore() throws AudioFault {
        assertThat(WavReader.read(Waves.wav(1, 1, 8000, 8, new byte[120 * 8000]))
                        .length())
                .isEqualTo(Duration.ofMinutes(2));
        assertThatThrownBy(() -> WavReader.read(Waves.wav(1, 1, 8000, 8, new byte[120 * 8000 + 1])))
                .isInstanceOfSatisfying(AudioFault.class, fault -> {
                    assertThat(fault.why()).isEqualTo(Why.TOO_LONG);
                    assertThat(fault.is()).isEqualTo(120, within(0.001));
                });
    }

    @Test
    void ofALongerFileNothingIsRead() throws AudioFault {
        byte[] file = Waves.wav(1, 1, 8000, 8, new byte[8001]);

        assertThat(WavReader.read(file, Duration.ofMillis(1001)).size()).isEqualTo(8001);
        assertThatThrownBy(() -> WavReader.read(file, Duration.ofSeconds(1)))
                .isInstanceOfSatisfying(
                        AudioFault.class, fault -> assertThat(fault.why()).isEqualTo(Why.TOO_LONG));
    }

    @Test
    void whateverTheBytesAreTheReaderAnswers() {
        Random random = new Random(7);
        byte[] whole = Waves.spoken(8000, 2, 0.05);
        for (int i = 0; i < 20_000; i++) {
            byte[] broken = whole.clone();
            for (int hit = 0; hit < 4; hit++) {
                broken[random.nextInt(60)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(WavReader.read(broken).rate()).isBetween(8_000, 192_000);
            } catch (AudioFault fault) {
                assertThat(fault.why()).isNotNull();
            }
        }
    }
}
