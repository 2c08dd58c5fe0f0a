// A WordPress of its own: Debian's, with its database on a private socket and PHP's own server, all in one folder that goes away.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

import { root } from "../harness/paths.mjs";

const run = promisify(execFile);

/** Where Debian leaves WordPress. */
const WORDPRESS = "/usr/share/wordpress";

/** How long the database may take to answer. */
const PATIENCE = 60_000;

/** Who writes in the blog. */
export const EDITOR = { name: "redactrice", password: "un mot de passe de test" };

/** The plug-in as it is released. */
export async function releasedPlugin() {
  const folder = join(root, "release");
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith("-wordpress.zip"));
  assert.equal(names.length, 1, "the plug-in is not there: run `cargo xtask release` first");
  return join(folder, names[0]);
}

/** Unpacks the released plug-in into a folder, and says where it is. */
export async function unpackPlugin(to) {
  await run("unzip", ["-q", await releasedPlugin(), "-d", to]);
  return join(to, "dument");
}

/** Starts a blog that nobody has written in, the plug-in unpacked but not active. */
export async function openBlog() {
  const home = await mkdtemp(join(tmpdir(), "dument-wordpress-"));
  const blog = new Blog(home, await freePort());
  try {
    await blog.start();
  } catch (error) {
    await blog.stop();
    throw error;
  }
  return blog;
}

class Blog {
  #home;
  #port;
  #running = [];

  constructor(home, port) {
    this.#home = home;
    this.#port = port;
    this.url = `http://127.0.0.1:${port}/`;
    /** Where its files are. */
    this.folder = join(home, "blog");
  }

  async start() {
    await cp(WORDPRESS, this.folder, { recursive: true, dereference: true });
    await writeFile(join(this.folder, "wp-config.php"), this.#config());
    await mkdir(join(this.folder, "wp-content/mu-plugins"));
    await writeFile(join(this.folder, "wp-content/mu-plugins/watch.php"), WATCH);
    // Browsers ask every site for it.
    await writeFile(join(this.folder, "favicon.ico"), "");
    await unpackPlugin(join(this.folder, "wp-content/plugins"));
    await this.#startDatabase();
    await this.#run(INSTALL);
    this.#spawn("php", ["-S", `127.0.0.1:${this.#port}`, "-t", this.folder]);
    await waitFor(() => fetch(this.url).then((answer) => answer.ok, () => false), "the blog never answered");
  }

  /** Runs PHP inside this WordPress, and gives what it returns. */
  async php(code, ...told) {
    return this.#run(`require "${this.folder}/wp-load.php";\n${code}`, told);
  }

  async #run(code, told = []) {
    const script = join(this.#home, "run.php");
    const given = `json_decode( base64_decode( "${Buffer.from(JSON.stringify(told)).toString("base64")}" ), true )`;
    await writeFile(script, `<?php\n$given = ${given};\n$result = ( function ( ...$told ) {\n${code}\n} )( ...$given );\necho "\\n", json_encode( $result );\n`);
    const { stdout } = await run("php", [script], { env: { ...process.env, DUMENT_BLOG: this.folder } });
    return JSON.parse(stdout.slice(stdout.lastIndexOf("\n")) || "null");
  }

  /** The addresses that PHP asked for over the network since the last time this was called. Nothing is really sent. */
  async asked() {
    const log = join(this.folder, "asked.log");
    const text = await readFile(log, "utf8").catch(() => "");
    await rm(log, { force: true });
    return text.split("\n").filter(Boolean);
  }

  async stop() {
    for (const { program, ended } of this.#running.reverse()) {
      program.kill();
      await ended;
    }
    await rm(this.#home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  #spawn(name, options) {
    const program = spawn(name, options, { stdio: "ignore" });
    this.#running.push({ program, ended: once(program, "exit") });
  }

  async #startDatabase() {
    const data = `--datadir=${join(this.#home, "data")}`;
    const user = `--user=${userInfo().username}`;
    await run("mariadb-install-db", ["--no-defaults", data, user, "--auth-root-authentication-method=normal", "--skip-test-db"]);
    this.#spawn("mariadbd", ["--no-defaults", data, user, `--socket=${this.#socket()}`, "--skip-networking", `--pid-file=${join(this.#home, "db.pid")}`]);
    const create = `$db = mysqli_init(); return @$db->real_connect( "localhost", "root", "", "", 0, $told[0] ) && $db->query( "CREATE DATABASE blog" );`;
    await waitFor(() => this.#run(`mysqli_report( MYSQLI_REPORT_OFF ); ${create}`, [this.#socket()]), "the database never answered");
  }

  /** Beside the rest, and short: the path of a socket has its limit. */
  #socket() {
    return join(this.#home, "db.sock");
  }

  #config() {
    return `<?php
define( 'DB_NAME', 'blog' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${this.#socket()}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'AUTH_KEY', 'a' );
define( 'SECURE_AUTH_KEY', 'b' );
define( 'LOGGED_IN_KEY', 'c' );
define( 'NONCE_KEY', 'd' );
define( 'AUTH_SALT', 'e' );
define( 'SECURE_AUTH_SALT', 'f' );
define( 'LOGGED_IN_SALT', 'g' );
define( 'NONCE_SALT', 'h' );
define( 'WP_HOME', '${this.url.replace(/\/$/, "")}' );
define( 'WP_SITEURL', WP_HOME );
// Nobody here may write HTML as they please: as on every network of blogs.
define( 'DISALLOW_UNFILTERED_HTML', true );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
// What PHP complains of is kept, and fails the tests.
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', '${join(this.#home, "complaints.log")}' );
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
`;
  }

  /** What PHP complained of in the plug-in since the beginning. */
  async complaints() {
    const text = await readFile(join(this.#home, "complaints.log"), "utf8").catch(() => "");
    return text.split("\n").filter((line) => line.includes("plugins/dument"));
  }
}

/** Notes what PHP would send over the network, and sends nothing. */
const WATCH = `<?php
add_filter( 'pre_http_request', function ( $answer, $arguments, $url ) {
	file_put_contents( ABSPATH . 'asked.log', $url . "\\n", FILE_APPEND );
	return new WP_Error( 'http_request_not_executed', 'Nothing leaves this machine.' );
}, 10, 3 );
// The theme of this blog asks for no picture of anyone, nor for those of emoji.
add_filter( 'pre_option_show_avatars', '__return_zero' );
remove_action( 'wp_head', 'print_emoji_detection_script', 7 );
remove_action( 'admin_print_scripts', 'print_emoji_detection_script' );
`;

/** A blog and who writes in it; nobody is told by e-mail. */
const INSTALL = `
function wp_new_blog_notification() {}
define( 'WP_INSTALLING', true );
require getenv( 'DUMENT_BLOG' ) . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'Le blog des indépendants', 'direction', 'direction@blog.example', true, '', 'un autre mot de passe' );
$editor = wp_insert_user( array( 'user_login' => '${EDITOR.name}', 'user_pass' => '${EDITOR.password}', 'role' => 'editor' ) );
return is_int( $editor );
`;

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

async function waitFor(check, otherwise) {
  const end = Date.now() + PATIENCE;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(otherwise);
    await sleep(100);
  }
}
