package dev.quell.storage.jdbc;

import dev.quell.call.Disturbance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The column {@code disturbed}: names parted by commas, empty for an ordinary call. A name that is not known, of a newer Quell, is passed over. */
final class Disturbances {

    private Disturbances() {}

    static String text(Set<Disturbance> disturbances) {
        if (disturbances.isEmpty()) {
            return "";
        }
        return disturbances.stream().sorted().map(Disturbance::name).collect(Collectors.joining(","));
    }

    static Set<Disturbance> read(ResultSet row) throws SQLException {
        Set<String> names = Set.of(Rows.text(row, "disturbed").split(","));
        return Arrays.stream(Disturbance.values())
                .filter(each -> names.contains(each.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Disturbance.class)));
    }
}
