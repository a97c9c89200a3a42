#!/bin/sh
# Grades an assignment without running any student's code with your rights:
#
#     sh grade_apart.sh 03_frequency
#
# Each submission runs alone, in a folder that holds no solutions, no grades and nobody else's work. What comes back
# is a notebook with its outputs; the points are counted from those, here, and nothing more is run.
# $APART is the program that runs it: it gets the folder, and then what to run in it. Without it, Docker does, with no
# network: docs/instructor/README.md of textkit says how to make the image, and how to do without containers.
set -eu
assignment=$1
in_container() {
    docker run --rm --network none --memory 2g --cpus 1 --pids-limit 256 --user "$(id -u):$(id -g)" \
        --env HOME=/tmp --volume "$1:/box" --workdir /box textkit-grading "$2" "$3" "$4"
}

# A gradebook that knows the assignment and no students.
rm -rf apart
mkdir -p apart/results
chmod 700 apart/results
nbgrader generate_assignment "$assignment" --CourseDirectory.db_url="sqlite:///$PWD/apart/gradebook.db" \
    --CourseDirectory.release_directory="$PWD/apart/release"

for folder in submitted/*/"$assignment"; do
    student=$(basename "$(dirname "$folder")")
    box=$PWD/apart/box
    result=apart/results/$student/$assignment
    mkdir -p "$box/submitted/$student" "$result"
    cp nbgrader_config.py article.txt apart/gradebook.db "$box"
    cp -R "$folder" "$box/submitted/$student"
    "${APART:-in_container}" "$box" nbgrader autograde "$assignment" || echo "$student: not graded, see above" >&2
    # Plain files alone: a link could point at what only you may read.
    find "$box" -type f -path "$box/autograded/$student/$assignment/*.ipynb" -exec cp {} "$result" \;
    if test -f "$folder/timestamp.txt"; then cp "$folder/timestamp.txt" "$result"; fi
    rm -rf "$box"
done

# Locked cells are put back as they were released; nothing runs.
step=nbgrader.preprocessors
nbgrader autograde "$assignment" --force --CourseDirectory.submitted_directory=apart/results \
    --Autograde.sanitize_preprocessors=$step.OverwriteCells \
    --Autograde.sanitize_preprocessors=$step.CheckCellMetadata \
    --Autograde.autograde_preprocessors=$step.LimitOutput \
    --Autograde.autograde_preprocessors=$step.SaveAutoGrades \
    --Autograde.autograde_preprocessors=$step.AssignLatePenalties
