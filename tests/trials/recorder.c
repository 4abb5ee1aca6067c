/* Preloaded: writes down what a process does to the files of one folder, in its order.
 *
 * RECORD_INTO names the log, RECORD_BELOW the folder. A record is a line, then so many bytes:
 *   C inode 0 length path       a file was made        M inode 0 length "old\nnew"   renamed
 *   W inode offset length data  written                U 0 0 length path             unlinked
 *   T inode size 0              cut or made longer     F inode 0 0                   flushed
 *   R 0 0 length text           said on the standard output
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define NEXT(type, name, ...) ((type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name))

static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;
static int target = -1;
static const char *below;

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("RECORD_INTO");
    below = getenv("RECORD_BELOW");
    if (path && below)
        target = NEXT(int, "open", const char *, int, ...)(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    unsetenv("LD_PRELOAD");
}

static void record(char kind, unsigned long inode, long long offset, const void *data, size_t length) {
    char head[96];
    int size = snprintf(head, sizeof head, "%c %lu %lld %zu\n", kind, inode, offset, length);
    struct iovec parts[2] = {{head, size}, {(void *)data, length}};
    if (writev(target, parts, 2) < 0) abort();
}

static unsigned long watched(int fd) {
    char link[64], path[4096];
    struct stat status;
    if (target < 0 || fd == target) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link, path, sizeof path - 2);
    if (size < 0) return 0;
    path[size] = '/'; /* the folder itself is flushed too */
    path[size + 1] = 0;
    if (strncmp(path, below, strlen(below)) || fstat(fd, &status)) return 0;
    return status.st_ino;
}

static int is_below(const char *path) { return target >= 0 && !strncmp(path, below, strlen(below)); }

static void absolute(int folder, const char *path, char *whole) {
    char link[64];
    ssize_t size = 0;
    if (path[0] != '/') {
        if (folder == AT_FDCWD) snprintf(link, sizeof link, "/proc/self/cwd");
        else snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
        size = readlink(link, whole, 4000);
        if (size < 0) size = 0;
        whole[size++] = '/';
    }
    strncpy(whole + size, path, 4095 - size);
    whole[4095] = 0;
}

static int opened(const char *name, int folder, const char *path, int flags, mode_t mode) {
    char whole[4096];
    struct stat status;
    pthread_mutex_lock(&order);
    absolute(folder, path, whole);
    int is_ours = is_below(whole) && (flags & (O_CREAT | O_TRUNC));
    int is_new = is_ours && stat(whole, &status) != 0;
    int fd = NEXT(int, name, int, const char *, int, ...)(folder, path, flags, mode);
    if (fd >= 0 && is_ours && !fstat(fd, &status)) {
        if (is_new) record('C', status.st_ino, 0, whole, strlen(whole));
        else if (flags & O_TRUNC) record('T', status.st_ino, 0, "", 0);
    }
    pthread_mutex_unlock(&order);
    return fd;
}

#define MODE(flags)                                       \
    mode_t mode = 0;                                      \
    if ((flags) & (O_CREAT | __O_TMPFILE)) {              \
        va_list rest;                                     \
        va_start(rest, flags);                            \
        mode = va_arg(rest, mode_t);                      \
        va_end(rest);                                     \
    }

int open(const char *path, int flags, ...) { MODE(flags) return opened("openat", AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return opened("openat64", AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE(flags) return opened("openat", folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE(flags) return opened("openat64", folder, path, flags, mode); }

static ssize_t positioned(int fd, const void *data, size_t length, long long offset) {
    unsigned long inode = watched(fd);
    pthread_mutex_lock(&order);
    ssize_t done = NEXT(ssize_t, "pwrite64", int, const void *, size_t, off64_t)(fd, data, length, offset);
    if (inode && done > 0) record('W', inode, offset, data, done);
    pthread_mutex_unlock(&order);
    return done;
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) { return positioned(fd, data, length, offset); }
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) { return positioned(fd, data, length, offset); }

ssize_t write(int fd, const void *data, size_t length) {
    unsigned long inode = watched(fd);
    pthread_mutex_lock(&order);
    ssize_t done = NEXT(ssize_t, "write", int, const void *, size_t)(fd, data, length);
    if (done > 0 && fd == 1 && target >= 0) record('R', 0, 0, data, done);
    else if (done > 0 && inode) record('W', inode, lseek(fd, 0, SEEK_CUR) - done, data, done);
    pthread_mutex_unlock(&order);
    return done;
}

static int resized(int fd, long long size) {
    unsigned long inode = watched(fd);
    pthread_mutex_lock(&order);
    int result = NEXT(int, "ftruncate64", int, off64_t)(fd, size);
    if (!result && inode) record('T', inode, size, "", 0);
    pthread_mutex_unlock(&order);
    return result;
}

int ftruncate(int fd, off_t size) { return resized(fd, size); }
int ftruncate64(int fd, off64_t size) { return resized(fd, size); }

static int flushed(const char *name, int fd) {
    unsigned long inode = watched(fd);
    pthread_mutex_lock(&order);
    int result = NEXT(int, name, int)(fd);
    if (!result && inode) record('F', inode, 0, "", 0);
    pthread_mutex_unlock(&order);
    return result;
}

int fsync(int fd) { return flushed("fsync", fd); }
int fdatasync(int fd) { return flushed("fdatasync", fd); }

static int renamed(int from_folder, const char *from, int to_folder, const char *to) {
    char old[4096], both[8200];
    struct stat status = {0};
    pthread_mutex_lock(&order);
    absolute(from_folder, from, old);
    absolute(to_folder, to, both + 4100);
    stat(old, &status);
    int result = NEXT(int, "renameat", int, const char *, int, const char *)(from_folder, from, to_folder, to);
    if (!result && is_below(old)) {
        int size = snprintf(both, 4100, "%s", old);
        both[size++] = '\n';
        memmove(both + size, both + 4100, strlen(both + 4100) + 1);
        record('M', status.st_ino, 0, both, strlen(both));
    }
    pthread_mutex_unlock(&order);
    return result;
}

int rename(const char *from, const char *to) { return renamed(AT_FDCWD, from, AT_FDCWD, to); }
int renameat(int from_folder, const char *from, int to_folder, const char *to) { return renamed(from_folder, from, to_folder, to); }

static int removed(int folder, const char *path, int flags) {
    char whole[4096];
    pthread_mutex_lock(&order);
    absolute(folder, path, whole);
    int result = NEXT(int, "unlinkat", int, const char *, int)(folder, path, flags);
    if (!result && is_below(whole) && !(flags & AT_REMOVEDIR)) record('U', 0, 0, whole, strlen(whole));
    pthread_mutex_unlock(&order);
    return result;
}

int unlink(const char *path) { return removed(AT_FDCWD, path, 0); }
int unlinkat(int folder, const char *path, int flags) { return removed(folder, path, flags); }
