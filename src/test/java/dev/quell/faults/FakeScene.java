package dev.quell.faults;

import dev.quell.faults.world.World;
import java.nio.file.Path;

/** A world whose Asterisk is a fake one. */
record FakeScene(Row row, World world) implements Scene {

    static Scene start(Row row) {
        return new FakeScene(row, World.start(row.kind()));
    }

    @Override
    public RoundResult play(long seed) {
        return new Round(row, world, seed).play();
    }

    @Override
    public Path folder() {
        return world.folder();
    }

    @Override
    public void close(boolean keep) {
        world.close(keep);
    }
}
