/* SPDX-License-Identifier: MIT
 * Runs a command and writes what it cost to a file: user and system seconds of processor, seconds
 * by the clock, and kilobytes of memory at most. It is small, because a child's peak begins with
 * what its parent had. Usage: cost OUT COMMAND ... */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
	struct rusage used;
	double began = now();
	int status = 0;

	if (argc < 3)
		return 2;
	pid_t child = fork();
	if (child == 0) {
		execvp(argv[2], argv + 2);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &used) < 0)
		return 2;
	double wall = now() - began;
	FILE *out = fopen(argv[1], "w");
	if (out == NULL)
		return 2;
	fprintf(out, "%.4f %.4f %.4f %ld\n", seconds(used.ru_utime), seconds(used.ru_stime), wall,
		used.ru_maxrss);
	fclose(out);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
