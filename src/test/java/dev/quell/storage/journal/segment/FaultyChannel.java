package dev.quell.storage.journal.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.atomic.AtomicReference;

/** A file on a disk that fails as long as a fault is set. */
final class FaultyChannel extends FileChannel {

    /** What the disk does instead of writing, or of making sure. */
    interface Fault {
        void strike() throws IOException;
    }

    /** All is well. */
    static final Fault NONE = () -> {};

    private final FileChannel file;
    private final AtomicReference<Fault> writing;
    private final AtomicReference<Fault> forcing;

    FaultyChannel(FileChannel file, AtomicReference<Fault> writing, AtomicReference<Fault> forcing) {
        this.file = file;
        this.writing = writing;
        this.forcing = forcing;
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        writing.get().strike();
        return file.write(bytes, position);
    }

    @Override
    public void force(boolean metaData) throws IOException {
        forcing.get().strike();
        file.force(metaData);
    }

    @Override
    public int read(ByteBuffer bytes, long position) throws IOException {
        return file.read(bytes, position);
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }

    @Override
    public int read(ByteBuffer bytes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] bytes, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer bytes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] bytes, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel position(long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel truncate(long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }
}
