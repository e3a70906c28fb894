package dev.quell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.prompt.audio.Waves;
import dev.quell.share.Errands;
import dev.quell.share.Instance;
import dev.quell.testing.MovingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class PromptPeersTest {
    @TempDir
    Path directory;

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-23T08:00:00Z"));
    private final Map<String, Function<String, Optional<String>>> workers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    @Test
    void anInstanceWithOtherRecordingsIsNamed() throws Exception {
        PromptPeers one = peers("one", "greeting.wav");
        PromptPeers two = peers("two", "greeting.wav");
        peers("bare");
        assertThat(one.differing()).isEmpty();

        Files.write(directory.resolve("two/en/quell/greeting.wav"), Waves.spoken(8_000, 1, 2));
        assertThat(one.differing()).as("asked just now").isEmpty();
        clock.advance(Duration.ofSeconds(10));

        assertThat(one.differing()).contains(new PromptPeers.Differing("two", List.of(Voice.EN)));
        assertThat(two.differing()).contains(new PromptPeers.Differing("one", List.of(Voice.EN)));
        assertThat(asked).hasSize(3).allMatch(question -> question.matches("en:[0-9a-f]{16}"));
    }

    @Test
    void anInstanceWithoutRecordingsComparesNothing() throws Exception {
        PromptPeers bare = peers("bare");
        peers("two", "greeting.wav");

        assertThat(bare.differing()).isEmpty();
        assertThat(bare.self()).isEqualTo("bare");
    }

    private PromptPeers peers(String name, String... files) throws IOException {
        Path sounds = Files.createDirectories(directory.resolve(name).resolve("en/quell"));
        for (String file : files) {
            Files.copy(Path.of("dialplan/sounds/en/quell").resolve(file), sounds.resolve(file));
        }
        PromptSettings settings = new PromptSettings(directory.resolve(name), Path.of("/usr/bin/ffmpeg"));
        StaticListableBeanFactory beans =
                new StaticListableBeanFactory(Map.of("errands", new Others(name), "instance", new Instance(name, 1)));
        return new PromptPeers(
                new PromptFiles(settings, directory),
                beans.getBeanProvider(Errands.class),
                beans.getBeanProvider(Instance.class),
                clock);
    }

    private final class Others implements Errands {
        private final String me;

        Others(String me) {
            this.me = me;
        }

        @Override
        public CompletableFuture<Optional<String>> ask(String kind, String what, Duration patience) {
            asked.add(what);
            return CompletableFuture.completedFuture(workers.entrySet().stream()
                    .filter(worker -> !worker.getKey().equals(me))
                    .flatMap(worker -> worker.getValue().apply(what).stream())
                    .findFirst());
        }

        @Override
        public void serve(String kind, Function<String, Optional<String>> worker) {
            workers.put(me, worker);
        }
    }
}
