package dev.quell.storage.postgres;

import com.zaxxer.hikari.HikariConfig;
import dev.quell.storage.Calls;
import dev.quell.storage.jdbc.JdbcCallJournal;
import java.nio.file.Path;

/** A process that writes verdicts and ships them until it is killed; it says a line after each batch that it has shipped. */
final class ShippingProcess {

    private ShippingProcess() {}

    static void main(String[] args) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(args[1]);
        config.setUsername(args[2]);
        config.setPassword(args[3]);
        Node node = new Node("a", Path.of(args[0]), config).shares();
        JdbcCallJournal journal = new JdbcCallJournal(node.own());
        for (int n = Integer.parseInt(args[4]); ; n++) {
            journal.screened(Calls.screened(n)).join();
            if (n % 50 == 0) {
                node.tells();
                System.out.println(n);
                System.out.flush();
            }
        }
    }
}
