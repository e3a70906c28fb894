package dev.quell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvocationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                                | true
            serve                                            | true
            --server.port=8427                               | true
            serve --server.port=8427 --debug                 | true
            --quell.call.lines.crisis.numbers[0]=12355 serve | true
            serve now                                        | false
            report                                           | false
            --quell.data-directory=/x report --top 3         | false
            --help                                           | false
            srve                                             | false
            """)
    void serviceRunsWithoutACommandOrForServe(String line, boolean serves) {
        assertThat(Invocation.of(args(line)).serves()).isEqualTo(serves);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            report --top 3 --quell.data-directory=/x | --quell.data-directory=/x | report --top 3
            --quell.data-directory=/x report --by=range --debug | --quell.data-directory=/x --debug | report --by=range
            explain pbx:1.2 | '' | explain pbx:1.2
            """)
    void settingsMayStandAnywhere(String line, String settings, String words) {
        Invocation invocation = Invocation.of(args(line));

        assertThat(String.join(" ", invocation.settings())).isEqualTo(settings);
        assertThat(String.join(" ", invocation.words())).isEqualTo(words);
    }

    private static String[] args(String line) {
        return line == null
                ? new String[0]
                : Arrays.stream(line.split(" ")).filter(arg -> !arg.isEmpty()).toArray(String[]::new);
    }
}
