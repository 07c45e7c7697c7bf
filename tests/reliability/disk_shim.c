/* Writes down, in order, what a process does to a folder, and stops the process where it is told.
 *
 * Preloaded (LD_PRELOAD) before libc. Asked by the environment, each time anew:
 *   CARETEAM_DISK_FOLDER  what lies below it is watched
 *   CARETEAM_DISK_LOG     where it is written down; a write to a pipe is there too, as 'A'
 *   CARETEAM_DISK_STOP    kill the process just before its so-manieth act on the folder
 * A record: kind, offset or size, length of path, length of data, path, data.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void note(char kind, const char *path, uint64_t at, const void *data, uint32_t size) {
    static long acts, log_of, log_fd;
    const char *folder = getenv("CARETEAM_DISK_FOLDER"), *log = getenv("CARETEAM_DISK_LOG");
    const char *stop = getenv("CARETEAM_DISK_STOP");
    if (!folder || (kind != 'A' && strncmp(path, folder, strlen(folder)))) return;
    if (stop && kind != 'A' && ++acts == atol(stop)) kill(getpid(), SIGKILL);
    if (!log) return;
    if (log_of != getpid()) {
        log_fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND, 0600);
        log_of = getpid();
    }
    struct __attribute__((packed)) { char kind; uint64_t at; uint32_t path, data; } head = {
        kind, at, (uint32_t)strlen(path), size};
    struct iovec parts[] = {
        {&head, sizeof head}, {(void *)path, head.path}, {(void *)data, size}};
    syscall(SYS_writev, log_fd, parts, 3);
}

static void note_fd(char kind, int fd, uint64_t at, const void *data, uint32_t size) {
    char link[64], path[PATH_MAX];
    if (!getenv("CARETEAM_DISK_FOLDER")) return;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return;
    path[length] = 0;
    note(kind == 'W' && !strncmp(path, "pipe:", 5) ? 'A' : kind, path, at, data, size);
}

static void note_path(char kind, const char *path, const char *other) {
    char whole[PATH_MAX], where[PATH_MAX];
    if (!getenv("CARETEAM_DISK_FOLDER")) return;
    if (*path != '/' && getcwd(where, sizeof where)) {
        if (snprintf(whole, sizeof whole, "%s/%s", where, path) >= PATH_MAX) return;
        path = whole;
    }
    note(kind, path, 0, other, other ? (uint32_t)strlen(other) : 0);
}

ssize_t write(int fd, const void *data, size_t size) {
    off_t at = syscall(SYS_lseek, fd, 0, SEEK_CUR);
    note_fd('W', fd, at < 0 ? 0 : (uint64_t)at, data, (uint32_t)size);
    return REAL(write)(fd, data, size);
}

#define PWRITE(name, offset) \
    ssize_t name(int fd, const void *data, size_t size, offset at) { \
        note_fd('W', fd, (uint64_t)at, data, (uint32_t)size); \
        return REAL(name)(fd, data, size, at); \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define TRUNCATE(name, offset) \
    int name(int fd, offset size) { \
        note_fd('T', fd, (uint64_t)size, "", 0); \
        return REAL(name)(fd, size); \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define SENDFILE(name, offset) \
    ssize_t name(int to, int from, offset *at, size_t size) { \
        off_t start = syscall(SYS_lseek, to, 0, SEEK_CUR), source = at ? *at : 0; \
        char *data = malloc(size); \
        ssize_t got = data && at ? pread(from, data, size, source) : -1; \
        if (got > 0) note_fd('W', to, (uint64_t)start, data, (uint32_t)got); \
        free(data); \
        return REAL(name)(to, from, at, size); \
    }
extern ssize_t sendfile(int, int, off_t *, size_t);
extern ssize_t sendfile64(int, int, off64_t *, size_t);
SENDFILE(sendfile, off_t)
SENDFILE(sendfile64, off64_t)

#define ON_FD(name) int name(int fd) { note_fd('S', fd, 0, "", 0); return REAL(name)(fd); }
ON_FD(fsync)
ON_FD(fdatasync)

int unlink(const char *path) { note_path('U', path, NULL); return REAL(unlink)(path); }
int rename(const char *old, const char *new) { note_path('R', old, new); return REAL(rename)(old, new); }
int link(const char *old, const char *new) { note_path('L', old, new); return REAL(link)(old, new); }

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        if (flags & O_CREAT) note_path('C', path, NULL); \
        int fd = REAL(name)(path, flags, mode); \
        if (fd >= 0 && (flags & O_TRUNC)) note_fd('T', fd, 0, "", 0); \
        return fd; \
    }
OPEN(open)
OPEN(open64)
