package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.cli.Commands;
import dev.quell.cli.Invocation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code quell import} against the running service. */
class ImportCommandTests extends RunningService {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(int at, String token, String list, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("list.csv"), list);
        Path tokenFile = Files.writeString(folder.resolve("token"), token);
        List<String> all = new ArrayList<>(List.of("import", file.toString(), "--author", "li"));
        all.addAll(List.of(options));
        all.add("--server.port=" + at);
        all.add("--quell.api.token-file=" + tokenFile);
        return Commands.run(
                Invocation.of(all.toArray(String[]::new)), new PrintWriter(out), new PrintWriter(err), clock);
    }

    private int blocked(String number) {
        return json(get("/api/v1/blocklist?number=" + number)).size();
    }

    @Test
    void aListIsKeptAndTheSumIsTold() throws IOException {
        assertThat(run(port, TOKEN, "13900557301,,calls,\n13900557302,,calls,\n", "--ttl", "7d"))
                .isZero();

        assertThat(out.toString())
                .isEqualTo("2 lines: 2 new entries, 0 stood already, 0 replaced others, 0 with a fault"
                        + System.lineSeparator());
        assertThat(blocked("13900557301")).isEqualTo(1);
    }

    @Test
    void faultsAreToldByLineAndNothingIsKept() throws IOException {
        assertThat(run(port, TOKEN, "13900139311,block,test,7d\nno\u001bbody,block,test,7d\n"))
                .isEqualTo(1);

        assertThat(err.toString())
                .startsWith(folder.resolve("list.csv") + ":2: ")
                .doesNotContain("\u001b");
        assertThat(out.toString()).contains("2 lines, 1 with a fault: nothing was kept.");
        assertThat(blocked("13900139311")).isZero();
    }

    @Test
    void theGoodLinesAreKeptWhereThatIsWanted() throws IOException {
        assertThat(run(port, TOKEN, "13900139321,block,test,7d\nnobody,block,test,7d\n", "--good-lines"))
                .isEqualTo(1);

        assertThat(out.toString()).startsWith("2 lines: 1 new entries").contains("1 with a fault");
        assertThat(blocked("13900139321")).isEqualTo(1);
    }

    @Test
    void aCheckKeepsNothing() throws IOException {
        assertThat(run(port, TOKEN, "13900139331,block,test,7d\n", "--check")).isZero();

        assertThat(out.toString()).startsWith("1 lines, all in order; nothing was kept");
        assertThat(blocked("13900139331")).isZero();
    }

    @Test
    void allowIsTheOtherList() throws IOException {
        assertThat(run(port, TOKEN, "13900139341,,ours,\n", "--kind", "allow")).isZero();

        assertThat(blocked("13900139341")).isZero();
        assertThat(json(get("/api/v1/allowlist?number=13900139341")).size()).isEqualTo(1);
    }

    @Test
    void aTokenThatIsNotTheServicesIsToldInWords() throws IOException {
        assertThat(run(port, "another-token-0123456789", "13900139351,block,test,7d\n"))
                .isEqualTo(1);

        assertThat(err.toString()).startsWith("quell: the service took nothing (status 401): ");
    }

    @Test
    void aServiceThatIsNotThereIsToldInWords() throws IOException {
        assertThat(run(1, TOKEN, "13900139361,block,test,7d\n")).isEqualTo(1);

        assertThat(err.toString())
                .isEqualTo("quell: no service answers at http://127.0.0.1:1; start it: systemctl start quell"
                        + System.lineSeparator());
    }
}
