package dev.quell.faults;

import java.util.Arrays;
import java.util.List;

/**
 * What to play.
 *
 * @param rounds of each row, at least 1
 * @param seed of the first round; the next one's is one more
 * @param worlds how many rounds are played at the same time, at least 1
 * @param slack how many times longer than on an idle machine it may take until all is well again, at least 1
 * @param page the file for the table in Markdown, empty for none
 */
record Options(List<Row> rows, int rounds, long seed, int worlds, int slack, String page) {

    Options {
        rows = List.copyOf(rows);
        if (rounds < 1 || worlds < 1 || slack < 1) {
            throw new IllegalArgumentException("--rounds, --worlds and --slack must be at least 1");
        }
    }

    static Options read(String... args) {
        List<Row> rows = List.of(Row.values());
        int rounds = 3;
        long seed = 1;
        int worlds = 3;
        int slack = 1;
        String page = "";
        for (int i = 0; i + 1 < args.length; i += 2) {
            String value = args[i + 1];
            switch (args[i]) {
                case "--row" ->
                    rows = Arrays.stream(value.split(",")).map(Row::of).toList();
                case "--rounds" -> rounds = Integer.parseInt(value);
                case "--seed" -> seed = Long.parseLong(value);
                case "--worlds" -> worlds = Integer.parseInt(value);
                case "--slack" -> slack = Integer.parseInt(value);
                case "--page" -> page = value;
                default ->
                    throw new IllegalArgumentException(
                            args[i] + " is unknown; there are --row, --rounds, --seed, --worlds, --slack and --page");
            }
        }
        if (args.length % 2 != 0 && !args[args.length - 1].isEmpty()) {
            throw new IllegalArgumentException(args[args.length - 1] + " has no value");
        }
        return new Options(rows, rounds, seed, worlds, slack, page);
    }
}
