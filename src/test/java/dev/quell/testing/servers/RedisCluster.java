package dev.quell.testing.servers;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Three masters without replicas that share the slots. */
public final class RedisCluster implements AutoCloseable {

    private final List<RedisServer> nodes;

    private RedisCluster(List<RedisServer> nodes) {
        this.nodes = List.copyOf(nodes);
    }

    /** One that answers when this returns. */
    public static RedisCluster start(Path folder) {
        List<RedisServer> nodes = new ArrayList<>();
        List<String> join = new ArrayList<>(List.of("redis-cli", "--cluster", "create"));
        for (int i = 0; i < 3; i++) {
            RedisServer node = RedisServer.start(
                    folder, "--cluster-enabled", "yes", "--cluster-port", Integer.toString(Ports.free()));
            nodes.add(node);
            join.add("127.0.0.1:" + node.port());
        }
        join.add("--cluster-yes");
        Programs.run(join.toArray(String[]::new));
        await().until(() ->
                nodes.stream().allMatch(node -> node.command("CLUSTER", "INFO").contains("cluster_state:ok")));
        return new RedisCluster(nodes);
    }

    /** Its nodes. */
    public List<RedisServer> nodes() {
        return nodes;
    }

    /** Settings with which a Quell uses it, each as a program argument. */
    public String[] settings() {
        return new String[] {
            "--quell.redis.enabled=true",
            "--spring.data.redis.cluster.nodes=127.0.0.1:" + nodes.getFirst().port()
        };
    }

    @Override
    public void close() {
        nodes.forEach(RedisServer::close);
    }
}
