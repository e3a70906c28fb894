package dev.quell.storage.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.blocklist.ListPattern;
import dev.quell.classifier.Language;
import dev.quell.evidence.EvidenceSettings;
import dev.quell.evidence.key.EvidenceFault;
import dev.quell.evidence.pack.PackCheck;
import dev.quell.evidence.pack.PackFinding;
import dev.quell.evidence.pack.PackOrder;
import dev.quell.storage.Calls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class PackTest {

    @TempDir
    Path directory;

    static PackOrder order(Language language) {
        return new PackOrder(
                new ListPattern.Exact(Calls.CALLER),
                Calls.NOW.minusSeconds(60),
                Calls.NOW.plusSeconds(60),
                language,
                "Wang Fang",
                "police file 2026-118",
                "token:police");
    }

    static Map<String, byte[]> files(byte[] pack) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private Path zip(Map<String, byte[]> files) throws IOException {
        Path file = directory.resolve("mutant.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    private static String failures(Path pack) {
        return PackCheck.of(pack, Optional.empty()).stream()
                .filter(finding -> !finding.holds())
                .map(PackFinding::sentence)
                .collect(Collectors.joining("\n"));
    }

    private byte[] made(Language language) {
        try (Recorded recorded = Recorded.in(directory.resolve("data"))) {
            return Recorded.make(recorded.packs(Calls.NOW.plus(Duration.ofDays(1))), order(language));
        }
    }

    /** As one that belongs to root, or to a mount that is half gone. */
    @Test
    void aFolderThatCannotBeReadDoesNotKeepTheServiceFromStarting() throws Exception {
        Path folder = Files.createDirectories(directory.resolve("evidence-packs"));
        String name = "x".repeat(250);
        assertThat(shell(folder, "for i in $(seq 20); do mkdir " + name + " && cd " + name + "; done"))
                .isZero();
        try (Recorded recorded = Recorded.in(directory)) {
            assertThat(recorded.packs(Calls.NOW)).isNotNull();
            assertThat(folder.resolve(name)).exists();
        } finally {
            assertThat(shell(directory, "rm -rf evidence-packs")).isZero();
        }
    }

    private static int shell(Path in, String command) throws IOException, InterruptedException {
        return new ProcessBuilder("bash", "-c", command)
                .directory(in.toFile())
                .start()
                .waitFor();
    }

    @Test
    void aPackHoldsAndShowsNoOtherCaller() throws IOException {
        Map<String, byte[]> files = files(made(Language.ENGLISH));

        assertThat(failures(zip(files))).isEmpty();
        assertThat(files.get("facts.jsonl"))
                .asString(StandardCharsets.UTF_8)
                .hasLineCount(7)
                .contains("+8613800138000");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            assertThat(new String(file.getValue(), StandardCharsets.UTF_8))
                    .as(file.getKey())
                    .doesNotContain("13900139000");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("data/evidence-key"))))
                .isEqualTo("rw-------");
        Files.copy(
                zip(files),
                Files.createDirectories(Path.of("target/evidence")).resolve("pack-en.zip"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.write(Path.of("target/evidence/report-en.pdf"), files.get("report.pdf"));
    }

    @Test
    void theReportIsWrittenInChinese() throws IOException {
        Map<String, byte[]> files = files(made(Language.CHINESE));

        assertThat(failures(zip(files))).isEmpty();
        Files.createDirectories(Path.of("target/evidence"));
        Files.write(Path.of("target/evidence/report-zh.pdf"), files.get("report.pdf"));
    }

    @Test
    void theSameFactsGiveTheSameFiles() throws IOException {
        try (Recorded recorded = Recorded.in(directory.resolve("data"))) {
            Map<String, byte[]> first =
                    files(Recorded.make(recorded.packs(Calls.NOW.plus(Duration.ofDays(1))), order(Language.ENGLISH)));
            Map<String, byte[]> second =
                    files(Recorded.make(recorded.packs(Calls.NOW.plus(Duration.ofDays(1))), order(Language.ENGLISH)));

            assertThat(first.keySet()).isEqualTo(second.keySet());
            assertThat(first.get("facts.jsonl")).isEqualTo(second.get("facts.jsonl"));
            assertThat(first.get("evidence.json")).isEqualTo(second.get("evidence.json"));
            assertThat(second.get("custody.jsonl"))
                    .asString(StandardCharsets.UTF_8)
                    .hasLineCount(2);
            assertThat(first.get("custody.jsonl"))
                    .asString(StandardCharsets.UTF_8)
                    .hasLineCount(1);
        }
    }

    @Test
    void aFlippedByteOfAnyFileIsFoundAndTheFileNamed() throws IOException {
        Map<String, byte[]> files = files(made(Language.ENGLISH));
        int tried = 0;
        for (String name : files.keySet()) {
            byte[] content = files.get(name);
            int step = Math.max(1, content.length / 97);
            for (int at = 0; at < content.length; at += step) {
                Map<String, byte[]> mutant = new LinkedHashMap<>(files);
                byte[] changed = content.clone();
                changed[at] ^= 1;
                mutant.put(name, changed);
                assertThat(failures(zip(mutant))).as("%s at %d", name, at).contains(name);
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(700);
    }

    @Test
    void missingAndAddedFilesAreNamed() throws IOException {
        Map<String, byte[]> files = files(made(Language.ENGLISH));
        Map<String, byte[]> without = new LinkedHashMap<>(files);
        without.remove("report.pdf");
        Map<String, byte[]> with = new LinkedHashMap<>(files);
        with.put("more.txt", new byte[] {1});

        assertThat(failures(zip(without))).isEqualTo("report.pdf: it is missing");
        assertThat(failures(zip(with))).isEqualTo("more.txt: it was added, SHA256SUMS does not have it");
    }

    @Test
    void aKeyThatIsNotTheNamedOneIsFound() throws IOException {
        Path pack = zip(files(made(Language.ENGLISH)));

        assertThat(PackCheck.of(pack, Optional.of("0".repeat(64))))
                .filteredOn(finding -> !finding.holds())
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).startsWith("public-key.pem: it is not the key"));
    }

    @Test
    void aRowThatIsNotWhatTheChainHasMakesNoPack() {
        try (Recorded recorded = Recorded.in(directory.resolve("data"))) {
            for (String change : List.of(
                    "update calls set action = 'PASS'",
                    "update calls set chain_v = 1 << 50",
                    "update calls set chain_v = chain_e",
                    "update calls set chain_v = null, chain_e = null")) {
                recorded.change("create table kept as select * from calls");
                recorded.change(change + " where id = '" + Calls.id(2) + "'");

                assertThatThrownBy(() -> Recorded.make(
                                recorded.packs(Calls.NOW.plus(Duration.ofDays(1))), order(Language.ENGLISH)))
                        .as(change)
                        .isInstanceOf(EvidenceFault.class)
                        .hasMessageContaining("the row of call " + Calls.id(2) + " is not what the chain has");
                assertThat(directory.resolve("data/evidence-packs")).isEmptyDirectory();
                recorded.change("delete from calls");
                recorded.change("insert into calls select * from kept");
                recorded.change("drop table kept");
            }
        }
    }

    @Test
    void recordingsHaveTheirCallsNamesAndCountTowardsTheSize() throws IOException {
        Path calls = Files.createDirectories(directory.resolve("recordings"));
        for (int n = 1; n <= 2; n++) {
            Path folder = Files.createDirectories(calls.resolve(Calls.id(n).linkedId()));
            Files.write(folder.resolve("audio.wav"), new byte[] {(byte) n});
        }
        Files.write(directory.resolve("secret.wav"), new byte[] {9});
        Path outside = Files.createDirectories(calls.resolve(Calls.id(3).linkedId()));
        Files.createSymbolicLink(outside.resolve("audio.wav"), directory.resolve("secret.wav"));
        EvidenceSettings.Recordings where = new EvidenceSettings.Recordings(calls.toString(), "{id}/audio.wav");
        try (Recorded recorded = Recorded.in(directory.resolve("data"))) {
            Map<String, byte[]> files = files(Recorded.make(
                    recorded.packs(Calls.NOW.plus(Duration.ofDays(1)), where, DataSize.ofMegabytes(1)),
                    order(Language.ENGLISH)));

            assertThat(failures(zip(files))).isEmpty();
            assertThat(files.keySet().stream().filter(name -> name.startsWith("recordings/")))
                    .containsExactlyInAnyOrder(
                            "recordings/1-" + Calls.id(1).server() + "-"
                                    + Calls.id(1).linkedId() + ".wav",
                            "recordings/2-" + Calls.id(2).server() + "-"
                                    + Calls.id(2).linkedId() + ".wav");
            assertThat(files.get("recordings/2-" + Calls.id(2).server() + "-"
                            + Calls.id(2).linkedId() + ".wav"))
                    .containsExactly(2);

            Files.write(calls.resolve(Calls.id(2).linkedId()).resolve("audio.wav"), new byte[1 << 20]);
            assertThatThrownBy(() -> Recorded.make(
                            recorded.packs(Calls.NOW.plus(Duration.ofDays(1)), where, DataSize.ofMegabytes(1)),
                            order(Language.ENGLISH)))
                    .isInstanceOf(EvidenceFault.class)
                    .hasMessageContaining("larger than 1 MB");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'\"who\":\"Wang Fang\"', '\"who\":\"Wang Fei\"', its who is not",
        "'+8613800138000\",\"explanation', '+8613800138001\",\"explanation', it is not of the source",
        "'\"to\":\"2', '\"to\":\"3', its to is not"
    })
    void wordsThatTheChainDoesNotHaveAreFoundUnderAnySignature(String from, String to, String fault) throws Exception {
        Map<String, byte[]> files = files(made(Language.ENGLISH));
        String evidence = new String(files.get("evidence.json"), StandardCharsets.UTF_8);
        assertThat(evidence).contains(from);
        files.put("evidence.json", evidence.replace(from, to).getBytes(StandardCharsets.UTF_8));

        assertThat(failures(zip(files)))
                .contains("evidence.json: it was changed")
                .contains(fault);
    }
}
